package org.panbao.base;

/**
 * Something noticed in an input, with its place.
 *
 * @param pointer JSON pointer (RFC 6901) of the place; the empty string is the whole document
 * @param code stable code in lower case with hyphens, for example {@code uscc-check-digit}
 */
public record Finding(Severity severity, String pointer, String code, Text message) {}
