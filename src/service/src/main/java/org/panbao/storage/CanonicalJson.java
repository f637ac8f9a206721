package org.panbao.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.panbao.base.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** One text for one value (RFC 8785), whatever the order of its members, so that a hash of it means something. */
public final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private CanonicalJson() {}

    /** Canonical text of a JSON node, or of a tree of maps, lists, strings, booleans and nulls. */
    public static String of(Object tree) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(tree)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("a value without a canonical form", e);
        }
    }

    /** {@link Sha256} of the canonical text. */
    public static String sha256(Object tree) {
        return Sha256.of(of(tree));
    }
}
