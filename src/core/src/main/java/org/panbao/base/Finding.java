package org.panbao.base;

/**
 * Something noticed in an input, with its place.
 *
 * @param pointer JSON pointer (RFC 6901) of the place; the empty string is the whole document
 * @param code stable code in lower case with hyphens, for example {@code uscc-check-digit}
 */
public record Finding(Severity severity, String pointer, String code, Text message) {

    /** The same finding seen from a document that holds the one it was noticed in, at {@code root}. */
    public Finding under(String root) {
        return new Finding(severity, root + pointer, code, message);
    }
}
