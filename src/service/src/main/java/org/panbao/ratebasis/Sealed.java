package org.panbao.ratebasis;

/**
 * A record with its seal.
 *
 * @param record canonical text (RFC 8785); {@code sha256} and {@code signature} are over these very bytes
 */
public record Sealed(String record, String sha256, SignedBy signature) {}
