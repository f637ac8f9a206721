package org.panbao.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.UnaryOperator;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;

/** What is wrong with a form, for the list above it and at its fields. */
record Faults(List<Finding> all) {

    static final Faults NONE = new Faults(List.of());

    Faults {
        all = List.copyOf(all);
    }

    /** The findings of a refused form, which its page then tells with the status of {@code problem}; another problem is thrown on. */
    static Faults of(Problem problem, HttpServletResponse response) {
        if (problem.code() != ProblemCode.INVALID_REQUEST) {
            throw problem;
        }
        return ofAny(problem, response);
    }

    /** As {@link #of}, of a form that more than its own fields can refuse: whatever the findings are about, they are told. */
    static Faults ofAny(Problem problem, HttpServletResponse response) {
        if (problem.findings().isEmpty()) {
            throw problem;
        }
        response.setStatus(problem.code().status());
        return new Faults(problem.findings());
    }

    /** The same findings, each moved to where the form tells it. */
    Faults map(UnaryOperator<Finding> place) {
        return new Faults(all.stream().map(place).toList());
    }

    /** What was found at the fields under this name. */
    public List<Finding> under(String part) {
        return all.stream()
                .filter(finding -> finding.pointer().startsWith("/" + part + "/"))
                .toList();
    }

    /** What was found at the field with this name. */
    public List<Finding> at(String field) {
        return all.stream()
                .filter(finding -> finding.pointer().equals("/" + field))
                .toList();
    }
}
