package org.panbao.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problem bodies for what Tomcat refuses before any of our code sees it: a request line, a header or a path that it
 * cannot read. In place of its page in HTML.
 */
final class RefusalValve extends ErrorReportValve {

    private final ProblemWriter writer;
    private final JsonMapper json;

    RefusalValve(ProblemWriter writer, JsonMapper json) {
        this.writer = writer;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return; // an answer of our own
        }
        try {
            write(answer(request, response.getStatus()), response);
        } catch (IOException e) {
            container.getLogger().debug("the caller is gone", e);
        }
    }

    private ResponseEntity<ProblemBody> answer(HttpServletRequest request, int status) {
        return writer.answer(new Problem(ProblemForStatus.code(status)), request, HttpHeaders.EMPTY);
    }

    private void write(ResponseEntity<ProblemBody> answer, Response response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
        response.finishResponse();
    }
}
