package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.rating.RatingResult;
import org.panbao.scoring.RiskAssessment;

/**
 * What became of one insured of a schedule.
 *
 * @param assessment on its own facts; the decision is taken on those of all insureds together
 * @param unpayable items for which nothing could be paid to it, sorted
 * @param premium its part of the premium; null when none of its covers was priced
 * @param amountsCny amount insured by each of its covers
 */
public record InsuredOutcome(
        ScheduledInsured insured,
        RiskAssessment assessment,
        List<String> unpayable,
        RatingResult.@Nullable InsuredPremium premium,
        Map<String, BigDecimal> amountsCny) {

    public InsuredOutcome {
        unpayable = List.copyOf(unpayable);
        amountsCny = Map.copyOf(amountsCny);
    }

    static InsuredOutcome of(RiskPart part, ScheduledInsured insured, @Nullable RatingResult rating) {
        RatingResult.InsuredPremium premium = rating == null
                ? null
                : rating.insureds().stream()
                        .filter(each -> each.insured().equals(insured.insuredId()))
                        .findFirst()
                        .orElse(null);
        return new InsuredOutcome(
                insured,
                part.assessment(),
                part.unpayable().stream().sorted().toList(),
                premium,
                rating == null || premium == null ? Map.of() : SumInsured.amounts(rating, insured.insuredId()));
    }
}
