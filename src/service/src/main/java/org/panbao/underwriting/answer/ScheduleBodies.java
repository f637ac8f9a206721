package org.panbao.underwriting.answer;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.InsuredOutcome;
import org.panbao.quoting.ScheduledInsured;
import org.panbao.rating.RatingResult.InsuredPremium;
import org.panbao.underwriting.answer.QuoteBody.GateBody;
import org.panbao.underwriting.answer.QuoteBody.InsuredCoverBody;
import org.panbao.underwriting.answer.QuoteBody.ScheduledInsuredBody;

/** Writes the insureds of a schedule in the words of the answer. */
public final class ScheduleBodies {

    private ScheduleBodies() {}

    /** Every insured, in the order of the plan. */
    public static List<ScheduledInsuredBody> insureds(List<InsuredOutcome> insureds) {
        return insureds.stream().map(ScheduleBodies::insured).toList();
    }

    private static ScheduledInsuredBody insured(InsuredOutcome outcome) {
        ScheduledInsured insured = outcome.insured();
        InsuredPremium premium = outcome.premium();
        return new ScheduledInsuredBody(
                insured.insuredId(),
                insured.relationship().name(),
                insured.limitCny() == null ? null : insured.limitCny().toPlainString(),
                Integer.toString(insured.term().monthsBegun()),
                text(insured.term().inception()),
                text(insured.term().expiry()),
                outcome.assessment().overall().toPlainString(),
                outcome.assessment().level().name(),
                outcome.assessment().effectiveness().percent().toPlainString(),
                outcome.assessment().gates().stream()
                        .map(gate -> new GateBody(gate.ruleId(), gate.effect().name(), gate.subject()))
                        .toList(),
                premium == null ? null : text(premium.termPremium()),
                premium == null ? null : text(premium.annual()),
                premium == null ? List.of() : covers(outcome, premium),
                outcome.unpayable());
    }

    private static List<InsuredCoverBody> covers(InsuredOutcome outcome, InsuredPremium premium) {
        return premium.covers().stream()
                .map(cover -> new InsuredCoverBody(
                        cover.cover(),
                        outcome.amountsCny()
                                .getOrDefault(cover.cover(), BigDecimal.ZERO)
                                .toPlainString(),
                        text(cover.premium())))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
