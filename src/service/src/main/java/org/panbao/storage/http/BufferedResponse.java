package org.panbao.storage.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.panbao.storage.AnswerFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Keeps the whole answer back until {@link #send}, so that nothing is said before it is committed. */
final class BufferedResponse extends ContentCachingResponseWrapper {

    private @Nullable String errorMessage;
    private boolean error;

    BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
        error = true;
    }

    @Override
    public void sendError(int status, String message) {
        sendError(status);
        errorMessage = message;
    }

    boolean isFailure() {
        return getStatus() >= 400;
    }

    /** Forgets an answer that was prepared but not committed. */
    void forget() {
        reset();
        error = false;
    }

    /** Sends a file in place of a body, unless the answer is a failure. */
    void send(AnswerFile file) throws IOException {
        if (isFailure()) {
            send();
            return;
        }
        HttpServletResponse answer = (HttpServletResponse) getResponse();
        ContentDisposition attachment =
                ContentDisposition.attachment().filename(file.name()).build();
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
        answer.setContentType(file.contentType());
        answer.setContentLengthLong(Files.size(file.path()));
        Files.copy(file.path(), answer.getOutputStream());
    }

    void send() throws IOException {
        if (error) {
            ((HttpServletResponse) getResponse()).sendError(getStatus(), errorMessage);
        } else {
            copyBodyToResponse();
        }
    }
}
