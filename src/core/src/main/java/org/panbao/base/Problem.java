package org.panbao.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** "Cannot answer", with a code, the values its message needs, and the findings behind it. Never a decline. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Map<String, String> values;
    private final transient List<Finding> findings;

    public Problem(ProblemCode code) {
        this(code, Map.of(), List.of());
    }

    public Problem(ProblemCode code, Map<String, String> values) {
        this(code, values, List.of());
    }

    public Problem(ProblemCode code, Map<String, String> values, List<Finding> findings) {
        super(code.slug() + " " + values);
        this.code = code;
        this.values = Map.copyOf(values);
        this.findings = List.copyOf(findings);
    }

    /** The same problem with further findings after its own. */
    public Problem with(List<Finding> further) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(further);
        return new Problem(code, values, all);
    }

    public ProblemCode code() {
        return code;
    }

    /** Named values of the message, also written as extension members of the problem body. */
    public Map<String, String> values() {
        return values;
    }

    public List<Finding> findings() {
        return findings;
    }
}
