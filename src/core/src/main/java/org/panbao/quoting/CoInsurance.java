package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.quoting.ContractTerms.CoInsurer;

/** Whether shares of co-insurance make one whole, with one leader and the quoting insurer among them. */
final class CoInsurance {

    static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private static final int SHARE_DECIMALS = 4;
    private static final Messages MESSAGES = Messages.of(CoInsurance.class, "quoting");
    private static final String PLACE = "/coInsurance";

    private final List<CoInsurer> insurers;
    private final List<Finding> findings = new ArrayList<>();

    private CoInsurance(List<CoInsurer> insurers) {
        this.insurers = insurers;
    }

    /** Throws INVALID_REQUEST with everything that is wrong; no shares at all are fine. */
    static void check(ContractTerms contract, String quotingInsurer) {
        if (!contract.coInsurance().isEmpty()) {
            new CoInsurance(contract.coInsurance()).check(quotingInsurer);
        }
    }

    private void check(String quotingInsurer) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < insurers.size(); i++) {
            CoInsurer insurer = insurers.get(i);
            if (!names.add(insurer.insurer())) {
                fault(PLACE + "/" + i + "/insurer", "co-insurer-twice", Map.of("insurer", insurer.insurer()));
            }
            if (!isShare(insurer.sharePercent())) {
                String share = insurer.sharePercent().toPlainString();
                fault(PLACE + "/" + i + "/sharePercent", "co-insurance-share", Map.of("share", share));
            }
        }
        BigDecimal sum = insurers.stream().map(CoInsurer::sharePercent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(WHOLE) != 0) {
            fault(PLACE, "co-insurance-sum", Map.of("sum", sum.toPlainString()));
        }
        if (insurers.stream().filter(CoInsurer::lead).count() != 1) {
            fault(PLACE, "co-insurance-lead", Map.of());
        }
        if (!names.contains(quotingInsurer)) {
            fault(PLACE, "co-insurance-without-us", Map.of("insurer", quotingInsurer));
        }
        if (!findings.isEmpty()) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of(), findings);
        }
    }

    private static boolean isShare(BigDecimal percent) {
        return percent.signum() > 0
                && percent.compareTo(WHOLE) <= 0
                && percent.stripTrailingZeros().scale() <= SHARE_DECIMALS;
    }

    private void fault(String pointer, String code, Map<String, String> values) {
        findings.add(new Finding(Severity.ERROR, pointer, code, MESSAGES.text(code, values)));
    }
}
