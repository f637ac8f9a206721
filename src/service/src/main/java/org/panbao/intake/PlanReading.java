package org.panbao.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.profile.Plan;

/**
 * What came of reading a plan.
 *
 * @param plan the plan with its codes in their normal form; null when there is a finding of severity ERROR
 * @param findings everything noticed, errors first
 */
public record PlanReading(@Nullable Plan plan, List<Finding> findings) {

    private static final String MISSING = "missing-";

    public PlanReading {
        findings = List.copyOf(findings);
    }

    /** The same, of a plan without errors; throws {@link Problem} PLAN_INVALID with all findings otherwise. */
    public PlanReading orRefuse() {
        if (plan == null) {
            long errors = findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .count();
            throw new Problem(ProblemCode.PLAN_INVALID, Map.of("errors", Long.toString(errors)), findings);
        }
        return this;
    }

    /** The plan; asked where {@link #orRefuse} was asked before. */
    Plan require() {
        if (plan == null) {
            throw new IllegalStateException("a plan with errors is not used");
        }
        return plan;
    }

    /** JSON pointers of the facts that are not stated although score, cover or premium need them. */
    public List<String> missing() {
        return missing(findings);
    }

    /** As {@link #missing()}, of findings that were stored. */
    public static List<String> missing(List<Finding> findings) {
        return findings.stream()
                .filter(finding ->
                        finding.severity() != Severity.ERROR && finding.code().startsWith(MISSING))
                .map(Finding::pointer)
                .toList();
    }
}
