package org.panbao.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.panbao.base.Text;
import org.panbao.coverage.SuggestedLimit.Bound;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.Profile;
import org.panbao.profile.SystemFact;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/** Suggests limits: the item's share of the market's anchor, capped by insurable value, rounded down. */
final class LimitAdvisor {

    private static final String ANCHORS = "rules/coverage/anchors.csv";

    /** The largest anchor whose row an enterprise reaches by staff or by users, in its industry or in any. */
    record Anchor(String id, String section, BigDecimal staffFrom, BigDecimal usersFrom, BigDecimal aggregateCny) {
        static Anchor of(CsvTable.Row row) {
            return new Anchor(
                    row.id(),
                    row.text("section"),
                    row.decimal("staff_from"),
                    row.decimal("users_from"),
                    row.decimal("aggregate_limit_cny"));
        }

        boolean isForAll() {
            return section.isEmpty() && (staffFrom.signum() <= 0 || usersFrom.signum() <= 0);
        }

        boolean isReached(EnterpriseFact enterprise, long users) {
            Integer staff = enterprise.staffCount();
            boolean large = BigDecimal.valueOf(staff == null ? 0 : staff).compareTo(staffFrom) >= 0
                    || BigDecimal.valueOf(users).compareTo(usersFrom) >= 0;
            return large && (section.isEmpty() || section.equals(enterprise.industrySection()));
        }
    }

    private final List<Anchor> anchors = new ArrayList<>();
    private final InsurableValue insurableValue;
    private final BigDecimal step;
    private final Text anchorReason;
    private final Text valueReason;
    private final Text unknownReason;

    LimitAdvisor(Rulebook rulebook) {
        Faults faults = new Faults();
        faults.rows(rulebook.table(ANCHORS), row -> anchors.add(Anchor.of(row)));
        faults.run(this::requireSmallest);
        CsvTable values = rulebook.table("rules/coverage/insurable-values.csv");
        InsurableValue insurable = faults.collect(() -> new InsurableValue(values));
        BigDecimal unit = faults.collect(() -> InsurableValue.value(values, "ROUND_DOWN_TO"));
        faults.throwIfAny(ANCHORS);
        this.insurableValue = Objects.requireNonNull(insurable);
        this.step = Objects.requireNonNull(unit);
        this.anchorReason = rulebook.reason("LIM-ANCHOR");
        this.valueReason = rulebook.reason("LIM-VALUE");
        this.unknownReason = rulebook.reason("LIM-UNKNOWN");
    }

    private void requireSmallest() {
        if (anchors.stream().noneMatch(Anchor::isForAll)) {
            throw new RulebookException(ANCHORS, "no row for the smallest enterprise");
        }
    }

    Anchor anchor(Profile profile) {
        long users = 0;
        for (SystemFact system : profile.systems()) {
            Long count = system.userCount();
            users = Math.max(users, count == null ? 0 : count);
        }
        Anchor best = null;
        for (Anchor anchor : anchors) {
            if (anchor.isReached(profile.enterprise(), users)
                    && (best == null || anchor.aggregateCny().compareTo(best.aggregateCny()) > 0)) {
                best = anchor;
            }
        }
        if (best == null) {
            throw new RulebookException(ANCHORS, "no row for the smallest enterprise");
        }
        return best;
    }

    SuggestedLimit suggest(CoverItem item, Anchor anchor, EnterpriseFact enterprise) {
        BigDecimal share =
                anchor.aggregateCny().multiply(item.limitSharePercent()).movePointLeft(2);
        BigDecimal value = insurableValue.of(item.basis(), enterprise);
        if (value == null) {
            boolean known = item.basis() == InsurableValue.Basis.COST;
            return new SuggestedLimit(
                    rounded(share),
                    known ? Bound.ANCHOR : Bound.INSURABLE_VALUE_UNKNOWN,
                    share,
                    null,
                    known ? anchorReason : unknownReason);
        }
        boolean capped = value.compareTo(share) < 0;
        return new SuggestedLimit(
                rounded(share.min(value)),
                capped ? Bound.INSURABLE_VALUE : Bound.ANCHOR,
                share,
                value,
                capped ? valueReason : anchorReason);
    }

    /** Down to the step of the release, so that no limit passes its cap; what is less than a step, down to the yuan. */
    private BigDecimal rounded(BigDecimal amountCny) {
        BigDecimal unit = amountCny.compareTo(step) < 0 ? BigDecimal.ONE : step;
        return amountCny.divide(unit, 0, RoundingMode.DOWN).multiply(unit).setScale(2);
    }
}
