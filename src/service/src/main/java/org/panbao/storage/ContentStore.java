package org.panbao.storage;

import java.util.Optional;

/** Bytes kept under their SHA-256: releases, letters, documents. The same bytes are stored once. */
public interface ContentStore {

    /** Stores the bytes and returns their SHA-256 in lower-case hexadecimal. */
    String put(byte[] bytes, String mediaType);

    /** The bytes with this SHA-256, checked again on reading. */
    Optional<byte[]> find(String sha256);
}
