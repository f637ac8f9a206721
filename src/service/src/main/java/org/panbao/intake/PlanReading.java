package org.panbao.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
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
