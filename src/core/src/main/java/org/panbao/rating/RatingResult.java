package org.panbao.rating;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Money;
import org.panbao.base.Text;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.Unit;

/**
 * A premium with everything behind it, or, while a coefficient is open, the least and the greatest premium and what is
 * asked.
 *
 * @param annualTotal premium of a year as the filing counts it; null while a coefficient is open
 * @param termTotal premium of the term; null while a coefficient is open
 * @param instalments parts that add up to the total payable; one part when it is paid at once
 * @param filedRange least and greatest annual premium that the filed rows allow for these parameters
 * @param openRange least and greatest annual premium while only the open coefficients move; null when none is open
 * @param positionInRange 0 at the least filed premium, 1 at the greatest; null without a total or a range
 * @param exposures what each base rate was applied to, cover by cover, and insured by insured
 * @param insureds the insureds of a schedule, whose premiums add up to the whole; empty for a single risk
 */
public record RatingResult(
        String productId,
        String productDigest,
        Term term,
        List<Input> inputs,
        List<Step> steps,
        List<CoverPremium> covers,
        @Nullable Money annualTotal,
        @Nullable Money termTotal,
        @Nullable VatSplit vat,
        List<Money> instalments,
        Range filedRange,
        @Nullable Range openRange,
        @Nullable BigDecimal positionInRange,
        List<Unresolved> unresolved,
        List<ChoiceUsed> choices,
        List<CapApplied> caps,
        List<OffTableHit> offTable,
        List<Exposure> exposures,
        List<Finding> warnings,
        List<InsuredPremium> insureds) {

    /** Least and greatest. */
    public record Range(Money minimum, Money maximum) {}

    /**
     * An input as it was used.
     *
     * @param pointer where it stands in the request, or would stand if it had been given; below {@code /insureds/ID} for an
     *     insured of a schedule
     * @param insured whose it is; null for a single risk and for what all insureds share
     */
    public record Input(
            String pointer,
            String parameter,
            @Nullable String cover,
            Text name,
            Unit unit,
            InputValue value,
            @Nullable String insured) {}

    /**
     * One insured of a schedule.
     *
     * @param term how long it is covered
     * @param controlEffectivenessPercent what placed its management-quality rows; null without a score
     * @param covers annual premiums of its covers
     * @param annual its annual premium; null while a coefficient is open
     * @param termPremium its premium for its own term; null while a coefficient is open
     */
    public record InsuredPremium(
            String insured,
            Term term,
            @Nullable BigDecimal controlEffectivenessPercent,
            List<CoverPremium> covers,
            @Nullable Money annual,
            @Nullable Money termPremium) {
        public InsuredPremium {
            covers = List.copyOf(covers);
        }
    }

    /** Annual premium of a cover; {@code premium} is null while one of its coefficients is open. */
    public record CoverPremium(String cover, @Nullable Money premium, Range filedRange) {}

    /** The total without and with value-added tax; {@code gross} is what is paid. */
    public record VatSplit(BigDecimal rate, boolean includedInRates, Money net, Money tax, Money gross) {}

    /**
     * A coefficient that has to be chosen.
     *
     * @param cover the cover it is open for; null when it is the same for all
     * @param row the row in which to choose; null when the row itself is not known
     * @param minimum smallest value that may be chosen
     * @param maximum largest value that may be chosen
     */
    public record Unresolved(
            String coefficient,
            @Nullable String cover,
            @Nullable String row,
            Text name,
            BigDecimal minimum,
            BigDecimal maximum,
            Text why,
            @Nullable String insured) {}

    /**
     * A choice that was used.
     *
     * @param ref JSON pointer of the choice, or {@code standing:} and the id of a standing choice
     * @param minimum smallest value that could have been chosen
     * @param maximum largest value that could have been chosen
     * @param placedValue where the row's own key or the score puts the coefficient; null when neither does
     * @param standingValue what the product's standing choice would have given; null when there is none
     * @param insideRow always true in a result: a value outside is refused
     */
    public record ChoiceUsed(
            String ref,
            String coefficient,
            @Nullable String cover,
            String row,
            Interval values,
            BigDecimal minimum,
            BigDecimal maximum,
            BigDecimal value,
            @Nullable BigDecimal placedValue,
            @Nullable BigDecimal standingValue,
            boolean insideRow,
            boolean standing,
            Choice choice,
            @Nullable String insured) {}

    /** A cap that was looked at, whether or not it bound; {@code register} is what it holds. */
    public record CapApplied(
            String cap,
            @Nullable String cover,
            String register,
            BigDecimal uncapped,
            BigDecimal capped,
            boolean bound,
            @Nullable String insured) {}

    /** A key outside the table that was answered by the nearest row, as the filing says. */
    public record OffTableHit(
            String coefficient,
            @Nullable String cover,
            String key,
            String row,
            String favours,
            @Nullable String insured) {}

    /**
     * The exposure base of a cover and the size bands it falls into.
     *
     * @param parameter what the base rate is applied to; null for the premiums of other covers
     * @param ref where the amount is read: an input by its pointer, otherwise a register
     * @param bands rows that a sum in yuan selected: the amount, a part of it, a revenue, a deductible
     */
    public record Exposure(
            String cover,
            @Nullable String parameter,
            Unit unit,
            Step.Source source,
            String ref,
            BigDecimal amount,
            List<SizeBand> bands,
            @Nullable String insured) {
        public Exposure {
            bands = List.copyOf(bands);
        }
    }

    /**
     * A row that a sum of money selected.
     *
     * @param key the sum in yuan as it was looked up
     * @param filedUnitCny yuan that one unit of the paper filing counts, 10,000 where it is in ten-thousands; the table is
     *     kept in yuan
     */
    public record SizeBand(
            String coefficient, String parameter, String key, BigDecimal filedUnitCny, Step.RowHit hit) {}

    public RatingResult {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
        covers = List.copyOf(covers);
        instalments = List.copyOf(instalments);
        unresolved = List.copyOf(unresolved);
        choices = List.copyOf(choices);
        caps = List.copyOf(caps);
        offTable = List.copyOf(offTable);
        exposures = List.copyOf(exposures);
        warnings = List.copyOf(warnings);
        insureds = List.copyOf(insureds);
    }

    /** Picks inputs and exposures of insureds; what is shared is always in. */
    public interface Part {
        boolean holds(String insured, @Nullable String cover);
    }

    /** The same, without its steps, with inputs, covers and exposures of a part of the insureds; a single risk unchanged. */
    public RatingResult only(Part part) {
        if (insureds.isEmpty()) {
            return this;
        }
        List<Exposure> exposed = exposures.stream()
                .filter(each -> isIn(part, each.insured(), each.cover()))
                .toList();
        List<String> covered = exposed.stream().map(Exposure::cover).toList();
        return new RatingResult(
                productId,
                productDigest,
                term,
                inputs.stream()
                        .filter(each -> isIn(part, each.insured(), each.cover()))
                        .toList(),
                List.of(),
                covers.stream().filter(each -> covered.contains(each.cover())).toList(),
                annualTotal,
                termTotal,
                vat,
                instalments,
                filedRange,
                openRange,
                positionInRange,
                unresolved,
                choices,
                caps,
                offTable,
                exposed,
                warnings,
                insureds);
    }

    private static boolean isIn(Part part, @Nullable String insured, @Nullable String cover) {
        return insured == null || part.holds(insured, cover);
    }
}
