package org.panbao.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to save that is the body of an answer. It is sent from the disk once the request's transaction has committed,
 * so that it is never in memory and no connection waits for a slow reader, and removed whatever becomes of the request.
 *
 * @param path private to this answer
 * @param name under which it is to be saved
 */
public record AnswerFile(Path path, String contentType, String name) implements Closeable {

    /** Name of the request attribute; set it instead of answering with a body. */
    public static final String ATTRIBUTE = "panbao.answer-file";

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
