package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.panbao.profile.Profile;
import org.panbao.profile.WantedCoverFact;
import org.panbao.rating.InputValue;
import org.panbao.rating.PlainNumber;
import org.panbao.rating.RatingInput;
import org.panbao.rating.RatingResult;
import org.panbao.rating.TariffCalculator;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Plausibility;
import org.panbao.rulebook.Plausibility.Verdict;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Cover;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Unit;

/**
 * Notices amounts of a request that do not fit the plan, the revenue, what is usual or the filed table; an amount in 万元
 * given as yuan is the first suspicion. Nothing is refused here: that is for the filed rows.
 */
public final class RequestAmounts {

    private static final Messages MESSAGES = Messages.of(RequestAmounts.class, "quoting");

    /** The row of usual amounts for a fact that a parameter stands for. */
    private static final Map<String, String> USUAL = Map.of(
            "wanted.limitCny", "PLA-LIMIT",
            "need.aggregateLimitCny", "PLA-LIMIT",
            "need.perEventLimitCny", "PLA-LIMIT",
            "wanted.dailyLimitCny", "PLA-DAILY-LIMIT",
            "enterprise.annualRevenueCny", "PLA-REVENUE");

    private static final String LIMIT = "PLA-LIMIT";

    /** An amount over another figure, judged by a row; {@code other} names the figure in the messages. */
    private record Comparison(String row, BigDecimal denominator, String other) {}

    private final Plausibility bounds;
    private final Product product;
    private final @Nullable Profile profile;

    /**
     * Looks at requests for one product.
     *
     * @param profile the enterprise; null when a tariff is asked on its own
     */
    public RequestAmounts(Rulebook rulebook, Product product, @Nullable Profile profile) {
        this.bounds = Plausibility.of(rulebook);
        this.product = product;
        this.profile = profile;
    }

    /** Warnings on the amounts that the request itself states, by their place; at most one for each. */
    public List<Finding> check(Map<String, Map<String, InputValue>> covers, Map<String, InputValue> parameters) {
        List<Finding> findings = new ArrayList<>();
        new TreeMap<>(covers).forEach((id, values) -> {
            Cover cover = product.findCover(id);
            if (cover != null) {
                check("/covers/" + id + "/", values, wanted(cover.items()), findings);
            }
        });
        List<String> all = product.covers().stream()
                .flatMap(cover -> cover.items().stream())
                .toList();
        check("/parameters/", parameters, wanted(all), findings);
        return findings;
    }

    /** The premium by the tariff; throws as the calculation does, telling what was noticed too. */
    public RatingResult rate(RatingInput terms, List<Finding> noticed) {
        try {
            return TariffCalculator.rate(product, terms);
        } catch (Problem problem) {
            throw problem.with(noticed);
        }
    }

    private void check(String place, Map<String, InputValue> values, WantedItems wanted, List<Finding> findings) {
        new TreeMap<>(values).forEach((name, value) -> {
            Parameter parameter = product.parameters().get(name);
            BigDecimal amount = PlainNumber.find(value.value());
            if (parameter != null && parameter.unit() == Unit.CNY && amount != null && amount.signum() > 0) {
                Finding finding = judge(place + name, parameter, amount, wanted);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        });
    }

    private @Nullable Finding judge(String pointer, Parameter parameter, BigDecimal amount, WantedItems wanted) {
        for (Comparison comparison : comparisons(parameter, wanted)) {
            Verdict verdict = bounds.judge(comparison.row(), amount, comparison.denominator());
            if (verdict != Verdict.PLAUSIBLE) {
                return finding(pointer, verdict, new Noticed(parameter, amount, comparison.row(), comparison.other()));
            }
        }
        for (Coefficient coefficient : product.coefficients()) {
            Interval filed = parameter.id().equals(coefficient.rangeKey()) ? filedRange(coefficient) : null;
            if (filed != null && Plausibility.judge(filed, amount) == Verdict.SLIP) {
                return finding(pointer, Verdict.SLIP, new Noticed(parameter, amount, coefficient.id(), "other-filed"));
            }
        }
        return null;
    }

    /** The plan's own figure; without it the revenue for a limit; what is usual for such an amount. */
    private List<Comparison> comparisons(Parameter parameter, WantedItems wanted) {
        List<Comparison> comparisons = new ArrayList<>();
        String usual = parameter.facts().stream()
                .map(USUAL::get)
                .filter(row -> row != null)
                .findFirst()
                .orElse(null);
        BigDecimal planned = planned(parameter, wanted);
        BigDecimal revenue = profile == null ? null : profile.enterprise().annualRevenueCny();
        if (planned != null) {
            comparisons.add(new Comparison("PLA-REQUEST-PLAN", planned, "other-plan"));
        } else if (LIMIT.equals(usual) && revenue != null && revenue.signum() > 0) {
            comparisons.add(new Comparison("PLA-LIMIT-REVENUE", revenue, "other-revenue"));
        }
        if (usual != null) {
            comparisons.add(new Comparison(usual, BigDecimal.ONE, "other-usual"));
        }
        return comparisons;
    }

    private @Nullable BigDecimal planned(Parameter parameter, WantedItems wanted) {
        if (profile == null) {
            return null;
        }
        for (String fact : parameter.facts()) {
            InputValue stated = PlanValues.find(fact, profile, wanted);
            BigDecimal amount = stated == null ? null : PlainNumber.find(stated.value());
            if (amount != null && amount.signum() > 0) {
                return amount;
            }
        }
        return null;
    }

    /** From the lowest key of a filed table to the highest; null for a table without keys. */
    private static @Nullable Interval filedRange(Coefficient coefficient) {
        Interval range = null;
        for (Coefficient.Row row : coefficient.rows()) {
            Interval key = row.key();
            if (key != null) {
                range = range == null ? key : range.hull(key);
            }
        }
        return range;
    }

    private WantedItems wanted(List<String> items) {
        List<WantedCoverFact> wanted = profile == null ? List.of() : profile.wantedCovers();
        return new WantedItems(
                wanted.stream().filter(item -> items.contains(item.item())).toList(), wanted);
    }

    /** What a warning speaks of. */
    private record Noticed(Parameter parameter, BigDecimal amount, String row, String other) {}

    private static Finding finding(String pointer, Verdict verdict, Noticed noticed) {
        String code = verdict == Verdict.SLIP ? "unit-slip" : "implausible-amount";
        Text text = MESSAGES.text(code, Map.of("value", noticed.amount().toPlainString(), "row", noticed.row()))
                .with("parameter", noticed.parameter().name())
                .with("other", MESSAGES.text(noticed.other()));
        return new Finding(Severity.WARNING, pointer, code, text);
    }
}
