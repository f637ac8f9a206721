package org.panbao.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Money;
import org.panbao.rating.PremiumRun.Pick;
import org.panbao.rating.Trace.Value;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Cover;
import org.panbao.rulebook.Unit;

/**
 * Prices by a filed tariff: for each cover amount × base rate × coefficients, summed, and charged for the term, as far
 * and in the order the product says so.
 */
public final class TariffCalculator {

    static final String SCORE_POINTER = "/controlEffectivenessPercent";

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final int POSITION_DECIMALS = 4;

    private final Product product;
    private final RatingInput input;
    private final RatingFindings findings;
    private final Trace trace = Trace.kept();
    private final TermPremium termPremium;

    private TariffCalculator(Product product, RatingInput input) {
        this.product = product;
        this.input = input;
        this.findings = RatingFindings.on(input);
        this.termPremium = new TermPremium(product, input.term());
    }

    /**
     * The premium, or the least and the greatest premium and what has to be chosen.
     *
     * <p>Throws a {@code Problem} with every finding when the input cannot be priced: INVALID_REQUEST,
     * OUTSIDE_FILED_ROW, OFF_TABLE, CHOICE_NEEDS_REASON or TERM_NOT_FILED.
     */
    public static RatingResult rate(Product product, RatingInput input) {
        return new TariffCalculator(product, input).rate();
    }

    private RatingResult rate() {
        InputReader reader = new InputReader(product, input, findings);
        List<Cover> covers = reader.covers();
        reader.refuseUnknown();
        termPremium.check(findings);
        checkScore();
        List<String> coverIds = covers.stream().map(Cover::id).toList();
        ChoiceBook choices = new ChoiceBook(product, input, coverIds, findings);
        choices.check();
        Parameters parameters = new Parameters(product, covers, reader, findings, trace);
        parameters.read(reader.needed(covers));
        new RelationCheck(product, coverIds, parameters, findings).check();
        FactorResolver resolver =
                new FactorResolver(parameters, choices, findings, trace, input.controlEffectivenessPercent());
        Map<String, List<Factor>> factors = factors(covers, resolver);
        choices.refuseUnmet();
        findings.throwIfAny();
        return result(covers, parameters, factors, resolver, choices);
    }

    private void checkScore() {
        BigDecimal score = input.controlEffectivenessPercent();
        if (score != null && (score.signum() < 0 || score.compareTo(PERCENT) > 0)) {
            findings.invalid(SCORE_POINTER, "not-allowed", Map.of("value", score.toPlainString(), "range", "[0, 100]"));
        }
    }

    private Map<String, List<Factor>> factors(List<Cover> covers, FactorResolver resolver) {
        Map<String, List<Factor>> byCover = new LinkedHashMap<>();
        for (Cover cover : covers) {
            List<Factor> factors = new ArrayList<>();
            for (Coefficient coefficient : product.coefficients()) {
                if (coefficient.covers().contains(cover.id())) {
                    Factor factor = resolver.resolve(coefficient, cover.id());
                    if (factor != null) {
                        factors.add(factor);
                    }
                }
            }
            byCover.put(cover.id(), factors);
        }
        return byCover;
    }

    private RatingResult result(
            List<Cover> covers,
            Parameters parameters,
            Map<String, List<Factor>> factors,
            FactorResolver resolver,
            ChoiceBook choices) {
        boolean complete = resolver.unresolved().isEmpty();
        PremiumRun run = new PremiumRun(product, parameters, factors, complete ? Pick.PLACED : Pick.OPEN_LOWEST, trace);
        Value annual = run.annual(covers);
        List<RatingResult.CapApplied> caps = new ArrayList<>(run.caps());
        RatingResult.Range open = null;
        if (!complete) {
            PremiumRun upper = new PremiumRun(product, parameters, factors, Pick.OPEN_HIGHEST, trace);
            open = new RatingResult.Range(money(annual), money(upper.annual(covers)));
            caps.addAll(upper.caps());
        }
        PremiumRun lowest = new PremiumRun(product, parameters, factors, Pick.FILED_LOWEST, Trace.dropped());
        PremiumRun highest = new PremiumRun(product, parameters, factors, Pick.FILED_HIGHEST, Trace.dropped());
        RatingResult.Range filed = new RatingResult.Range(money(lowest.annual(covers)), money(highest.annual(covers)));
        Total total = complete ? total(annual, parameters) : Total.NONE;
        return new RatingResult(
                product.id(),
                product.digest(),
                input.term(),
                inputs(parameters),
                trace.steps(),
                coverPremiums(covers, complete ? run : null, lowest, highest),
                total.annual(),
                total.term(),
                total.vat(),
                total.instalments(),
                filed,
                open,
                total.annual() == null ? null : position(total.annual(), filed),
                resolver.unresolved(),
                choices.used(),
                caps,
                resolver.offTable(),
                covers.stream().map(cover -> run.exposure(cover)).toList(),
                findings.warnings());
    }

    /** What a complete calculation ends in. */
    private record Total(
            @Nullable Money annual,
            @Nullable Money term,
            RatingResult.@Nullable VatSplit vat,
            List<Money> instalments) {

        static final Total NONE = new Total(null, null, null, List.of());
    }

    private Total total(Value annual, Parameters parameters) {
        Value term = termPremium.charge(annual, trace);
        RatingResult.VatSplit vat = termPremium.splitVat(term, trace);
        String parameter = product.instalments().parameter();
        String code = parameter == null ? "" : parameters.code(parameter, null).value();
        int count = product.instalments().parts().getOrDefault(code, 1);
        return new Total(money(annual), new Money(term.number()), vat, TermPremium.instalments(vat.gross(), count));
    }

    private Money money(Value value) {
        return Money.rounded(value.number(), product.totalRounding().mode());
    }

    private static List<RatingResult.CoverPremium> coverPremiums(
            List<Cover> covers, @Nullable PremiumRun run, PremiumRun lowest, PremiumRun highest) {
        return covers.stream()
                .map(cover -> new RatingResult.CoverPremium(
                        cover.id(),
                        run == null ? null : run.premium(cover.id()),
                        new RatingResult.Range(lowest.premium(cover.id()), highest.premium(cover.id()))))
                .toList();
    }

    private static @Nullable BigDecimal position(Money annual, RatingResult.Range filed) {
        BigDecimal least = filed.minimum().amountCny();
        BigDecimal width = filed.maximum().amountCny().subtract(least);
        return width.signum() == 0
                ? null
                : annual.amountCny().subtract(least).divide(width, POSITION_DECIMALS, RoundingMode.HALF_UP);
    }

    /** The parameters, and what else the steps read: the term and the score. */
    private List<RatingResult.Input> inputs(Parameters parameters) {
        List<RatingResult.Input> inputs = new ArrayList<>(parameters.inputs());
        termPremium
                .inputs()
                .forEach((pointer, value) -> inputs.add(new RatingResult.Input(
                        pointer,
                        pointer.substring(1),
                        null,
                        RatingFindings.text("input-term", Map.of()),
                        pointer.endsWith("days") ? Unit.DAYS : Unit.MONTHS,
                        InputValue.of(value))));
        BigDecimal score = input.controlEffectivenessPercent();
        if (score != null) {
            inputs.add(new RatingResult.Input(
                    SCORE_POINTER,
                    SCORE_POINTER.substring(1),
                    null,
                    RatingFindings.text("input-score", Map.of()),
                    Unit.PERCENT,
                    new InputValue(score.toPlainString(), Unit.PERCENT, "score", null, null, false)));
        }
        return inputs;
    }
}
