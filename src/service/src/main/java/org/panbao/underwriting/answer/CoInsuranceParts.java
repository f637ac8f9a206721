package org.panbao.underwriting.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Money;
import org.panbao.quoting.ContractTerms.CoInsurer;
import org.panbao.quoting.QuoteOutcome;
import org.panbao.rating.RatingResult;
import org.panbao.underwriting.answer.QuoteBody.CoInsurerBody;

/**
 * What each of several insurers carries and receives. Its part of an amount is the amount times its share, rounded down
 * to the fen; what is left over is the lead's, so that the parts sum to the amount exactly.
 */
final class CoInsuranceParts {

    private final List<CoInsurer> insurers;

    CoInsuranceParts(List<CoInsurer> insurers) {
        this.insurers = List.copyOf(insurers);
    }

    static List<CoInsurerBody> of(QuoteOutcome outcome) {
        RatingResult rating = outcome.rating();
        return new CoInsuranceParts(outcome.contract().coInsurance())
                .bodies(outcome.sumInsuredCny(), rating == null ? List.of() : instalments(rating));
    }

    /** What is paid, in one amount or in several; none while a coefficient is open. */
    private static List<BigDecimal> instalments(RatingResult rating) {
        if (!rating.instalments().isEmpty()) {
            return rating.instalments().stream().map(Money::amountCny).toList();
        }
        Money total = rating.vat() == null ? rating.termTotal() : rating.vat().gross();
        return total == null ? List.of() : List.of(total.amountCny());
    }

    private List<CoInsurerBody> bodies(@Nullable BigDecimal sumInsuredCny, List<BigDecimal> instalmentsCny) {
        List<BigDecimal> sums = sumInsuredCny == null ? List.of() : split(sumInsuredCny);
        List<List<BigDecimal>> parts = instalmentsCny.stream().map(this::split).toList();
        List<CoInsurerBody> bodies = new ArrayList<>();
        for (int i = 0; i < insurers.size(); i++) {
            int position = i;
            List<BigDecimal> own =
                    parts.stream().map(part -> part.get(position)).toList();
            CoInsurer insurer = insurers.get(i);
            bodies.add(new CoInsurerBody(
                    insurer.insurer(),
                    insurer.sharePercent().toPlainString(),
                    insurer.lead(),
                    sums.isEmpty() ? null : sums.get(i).toPlainString(),
                    own.isEmpty()
                            ? null
                            : own.stream()
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                                    .toPlainString(),
                    own.stream().map(BigDecimal::toPlainString).toList()));
        }
        return bodies;
    }

    /** Parts of an amount in the order of the insurers, yuan with two decimals. */
    List<BigDecimal> split(BigDecimal amountCny) {
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal left = amountCny.setScale(2, RoundingMode.UNNECESSARY);
        int lead = 0;
        for (CoInsurer insurer : insurers) {
            BigDecimal part =
                    amountCny.multiply(insurer.sharePercent()).movePointLeft(2).setScale(2, RoundingMode.DOWN);
            if (insurer.lead()) {
                lead = parts.size();
            }
            parts.add(part);
            left = left.subtract(part);
        }
        if (!parts.isEmpty()) {
            parts.set(lead, parts.get(lead).add(left));
        }
        return parts;
    }
}
