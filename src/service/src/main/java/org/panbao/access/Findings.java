package org.panbao.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;

/** Collects what is wrong with a request, so that all of it is said at once. */
final class Findings {

    private static final Messages MESSAGES = Messages.of(Findings.class, "access");

    private final List<Finding> found = new ArrayList<>();

    /** Notes an error when {@code wrong}; the code is the key of its message in {@code messages/access.properties}. */
    Findings when(boolean wrong, String pointer, String key) {
        return when(wrong, pointer, key, Map.of());
    }

    /** As {@link #when(boolean, String, String)}, with the values named in the message. */
    Findings when(boolean wrong, String pointer, String key, Map<String, String> values) {
        if (wrong) {
            String code = key.substring(key.indexOf('.') + 1);
            found.add(new Finding(Severity.ERROR, pointer, code, MESSAGES.text(key, values)));
        }
        return this;
    }

    /** Throws INVALID_REQUEST with everything noted, if anything was. */
    void orThrow() {
        if (!found.isEmpty()) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of(), found);
        }
    }
}
