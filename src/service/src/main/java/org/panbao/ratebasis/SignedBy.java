package org.panbao.ratebasis;

/**
 * A signature beside a record.
 *
 * @param keyId first 16 hexadecimal digits of the SHA-256 of {@code publicKey}
 * @param publicKey X.509 SubjectPublicKeyInfo, Base64
 * @param value the signature, Base64
 */
public record SignedBy(String algorithm, String keyId, String publicKey, String value) {}
