package org.panbao.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.rating.Trace.Value;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Cover;
import org.panbao.rulebook.Unit;

/** One risk of a calculation: the only one, or one insured of a schedule. */
final class RiskRun {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Sheet sheet;
    private final Product product;
    private final RatingInput input;
    private final InputReader reader;
    private final TermPremium termPremium;
    private final List<Cover> covers;
    private final Parameters parameters;
    private Map<String, List<Factor>> factors = Map.of();

    private RiskRun(Sheet sheet, RatingInput input, @Nullable Parameters common) {
        this.sheet = sheet;
        this.product = sheet.product();
        this.input = input;
        Scope scope = sheet.trace().scope();
        this.reader = new InputReader(product, input, sheet.findings(), scope);
        this.covers = reader.covers();
        this.termPremium = new TermPremium(product, input.term(), scope);
        this.parameters =
                common == null ? Parameters.single(sheet, covers, reader) : common.ofInsured(sheet, covers, reader);
    }

    /** The only risk of a calculation. */
    static RiskRun single(Sheet sheet, RatingInput input) {
        return new RiskRun(sheet, input, null);
    }

    /** One insured of a schedule, which shares what stands in {@code common}. */
    static RiskRun ofInsured(Sheet sheet, RatingInput whole, InsuredInput insured, Parameters common) {
        return new RiskRun(sheet.in(new Scope(insured.insured())), whole.of(insured), common);
    }

    List<Cover> covers() {
        return covers;
    }

    Parameters parameters() {
        return parameters;
    }

    Trace trace(Trace of) {
        return of.in(sheet.trace().scope());
    }

    /** The id of the insured; null for the only risk. */
    @Nullable
    String insured() {
        return sheet.trace().scope().insured();
    }

    Term term() {
        return input.term();
    }

    @Nullable
    BigDecimal score() {
        return input.controlEffectivenessPercent();
    }

    /** Notes unknown names, a term that is not filed and a score that is none. */
    void check() {
        reader.refuseUnknown();
        termPremium.check(sheet.findings());
        BigDecimal score = score();
        if (score != null && (score.signum() < 0 || score.compareTo(PERCENT) > 0)) {
            sheet.findings()
                    .invalid(
                            scorePointer(), "not-allowed", Map.of("value", score.toPlainString(), "range", "[0, 100]"));
        }
    }

    private String scorePointer() {
        return sheet.trace().scope().pointer(TariffCalculator.SCORE_POINTER);
    }

    /** Reads the parameters that its covers need; what the insureds share is read with them. */
    void read() {
        parameters.read(reader.needed(covers));
        List<String> ids = covers.stream().map(Cover::id).toList();
        new RelationCheck(product, ids, parameters, sheet.findings()).check();
    }

    /** Finds the row of every coefficient; {@code common} answers for what one row of all insureds says. */
    FactorResolver resolve(ChoiceBook choices, @Nullable FactorResolver common) {
        FactorResolver own = new FactorResolver(parameters, choices, sheet.findings(), sheet.trace(), score());
        Map<String, List<Factor>> byCover = new LinkedHashMap<>();
        for (Cover cover : covers) {
            byCover.put(
                    cover.id(),
                    coefficientsOf(cover)
                            .flatMap(coefficient -> Stream.ofNullable(
                                    (common != null && isOneForAll(coefficient, choices) ? common : own)
                                            .resolve(coefficient, cover.id())))
                            .toList());
        }
        factors = byCover;
        return own;
    }

    private boolean isOneForAll(Coefficient coefficient, ChoiceBook choices) {
        return new SharedParameters(product).selects(coefficient)
                && !choices.differsByCover(coefficient)
                && !choices.differsByInsured(coefficient);
    }

    private Stream<Coefficient> coefficientsOf(Cover cover) {
        return product.coefficients().stream()
                .filter(coefficient -> coefficient.covers().contains(cover.id()));
    }

    /** One pass over the operations of the product. */
    PremiumRun run(PremiumRun.Pick pick, Trace trace) {
        return new PremiumRun(product, parameters, factors, pick, trace(trace));
    }

    /** The premium of its term. */
    Value charge(Value annual) {
        return termPremium.charge(annual, sheet.trace());
    }

    /** The parameters, and what else the steps read: the term and the score. */
    List<RatingResult.Input> inputs() {
        List<RatingResult.Input> inputs = new ArrayList<>(parameters.inputs());
        termPremium
                .inputs()
                .forEach((pointer, value) -> inputs.add(new RatingResult.Input(
                        pointer,
                        Scope.withoutInsured(pointer).substring(1),
                        null,
                        RatingFindings.text("input-term", Map.of()),
                        pointer.endsWith("days") ? Unit.DAYS : Unit.MONTHS,
                        InputValue.of(value),
                        insured())));
        BigDecimal score = score();
        if (score != null) {
            inputs.add(new RatingResult.Input(
                    scorePointer(),
                    TariffCalculator.SCORE_POINTER.substring(1),
                    null,
                    RatingFindings.text("input-score", Map.of()),
                    Unit.PERCENT,
                    new InputValue(score.toPlainString(), Unit.PERCENT, "score", null, null, false),
                    insured()));
        }
        return inputs;
    }
}
