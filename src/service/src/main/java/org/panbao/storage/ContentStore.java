package org.panbao.storage;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bytes kept under their SHA-256: releases, letters, documents. The same bytes are stored once. */
public interface ContentStore {

    /** Stores the bytes and returns their SHA-256 in lower-case hexadecimal. */
    String put(byte[] bytes, String mediaType);

    /** The bytes with this SHA-256, checked again on reading. */
    Optional<byte[]> find(String sha256);

    /** What {@code jdbc} may read, outside a running service; putting throws. */
    static ContentStore readingOnly(JdbcClient jdbc) {
        return new DatabaseContentStore(jdbc, Clock.systemUTC());
    }
}
