package org.panbao.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Money;
import org.panbao.rating.PremiumRun.Pick;
import org.panbao.rating.Trace.Value;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Cover;

/**
 * Prices by a filed tariff: for each cover amount × base rate × coefficients, summed, and charged for the term, as far
 * and in the order the product says so. Of a schedule each insured is priced so, and the whole is the sum; what the
 * product names as shared, such as the aggregate limit, stands once for all of them.
 */
public final class TariffCalculator {

    static final String SCORE_POINTER = "/controlEffectivenessPercent";

    private static final int POSITION_DECIMALS = 4;

    private final Product product;
    private final RatingInput input;
    private final Sheet sheet;
    private final List<RiskRun> risks;
    private final List<FactorResolver> resolvers = new ArrayList<>();
    private final @Nullable InputReader sharedReader;
    private final @Nullable Parameters shared;

    private TariffCalculator(Product product, RatingInput input) {
        this.product = product;
        this.input = input;
        this.sheet = new Sheet(product, RatingFindings.on(input), Trace.kept());
        if (input.insureds().isEmpty()) {
            this.sharedReader = null;
            this.shared = null;
            this.risks = List.of(RiskRun.single(sheet, input));
        } else {
            if (product.schedule() == null) {
                throw new IllegalArgumentException("product " + product.id() + " files no schedule");
            }
            InputReader reader = new InputReader(product, input, sheet.findings());
            Parameters common = Parameters.shared(sheet, reader);
            this.sharedReader = reader;
            this.shared = common;
            this.risks = input.insureds().stream()
                    .map(insured -> RiskRun.ofInsured(sheet, input, insured, common))
                    .toList();
        }
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
        risks.forEach(RiskRun::check);
        ChoiceBook choices = new ChoiceBook(product, input, coverIds(), sheet.findings());
        choices.check();
        readShared();
        risks.forEach(RiskRun::read);
        FactorResolver common =
                shared == null ? null : new FactorResolver(shared, choices, sheet.findings(), sheet.trace(), null);
        Stream.ofNullable(common).forEach(resolvers::add);
        risks.forEach(risk -> resolvers.add(risk.resolve(choices, common)));
        choices.refuseUnmet();
        sheet.findings().throwIfAny();
        return result(choices);
    }

    private List<String> coverIds() {
        Set<String> ids = new TreeSet<>();
        risks.forEach(risk -> risk.covers().forEach(cover -> ids.add(cover.id())));
        return List.copyOf(ids);
    }

    /** What is one for all insureds, as far as some cover needs it. */
    private void readShared() {
        if (shared != null && sharedReader != null) {
            List<Cover> all = product.covers().stream()
                    .filter(cover -> coverIds().contains(cover.id()))
                    .toList();
            shared.read(sharedReader.needed(all));
        }
    }

    private RatingResult result(ChoiceBook choices) {
        boolean complete = resolvers.stream().allMatch(each -> each.unresolved().isEmpty());
        Pass pass = pass(complete ? Pick.PLACED : Pick.OPEN_LOWEST, sheet.trace());
        List<RatingResult.CapApplied> caps = new ArrayList<>(pass.caps());
        RatingResult.Range open = null;
        if (!complete) {
            Pass upper = pass(Pick.OPEN_HIGHEST, sheet.trace());
            open = new RatingResult.Range(money(pass.annual()), money(upper.annual()));
            caps.addAll(upper.caps());
        }
        Ends ends = new Ends(pass(Pick.FILED_LOWEST, Trace.dropped()), pass(Pick.FILED_HIGHEST, Trace.dropped()));
        RatingResult.Range filed = new RatingResult.Range(
                money(ends.lowest().annual()), money(ends.highest().annual()));
        Total total = complete ? total(pass) : Total.NONE;
        return new RatingResult(
                product.id(),
                product.digest(),
                input.term(),
                inputs(),
                sheet.trace().steps(),
                coverPremiums(pass, complete, ends),
                total.annual(),
                total.term(),
                total.vat(),
                total.instalments(),
                filed,
                open,
                total.annual() == null ? null : position(total.annual(), filed),
                all(FactorResolver::unresolved),
                choices.used(),
                caps,
                all(FactorResolver::offTable),
                pass.exposures(),
                sheet.findings().warnings(),
                insureds(pass, ends, total));
    }

    private Pass pass(Pick pick, Trace trace) {
        return new Pass(product, risks, pick, trace);
    }

    private <T> List<T> all(Function<FactorResolver, List<T>> part) {
        return resolvers.stream().flatMap(each -> part.apply(each).stream()).toList();
    }

    /** The passes at the ends of the filed rows. */
    private record Ends(Pass lowest, Pass highest) {}

    /** What a complete calculation ends in; {@code terms} by the order of the risks. */
    private record Total(
            @Nullable Money annual,
            @Nullable Money term,
            RatingResult.@Nullable VatSplit vat,
            List<Money> instalments,
            List<Money> terms) {

        static final Total NONE = new Total(null, null, null, List.of(), List.of());
    }

    private Total total(Pass pass) {
        List<Value> terms =
                risks.stream().map(risk -> risk.charge(pass.annual(risk))).toList();
        Value term = pass.sum("term", null, terms, sheet.trace());
        TermPremium whole = new TermPremium(product, input.term(), Scope.WHOLE);
        RatingResult.VatSplit vat = whole.splitVat(term, sheet.trace());
        String parameter = product.instalments().parameter();
        String code = parameter == null
                ? ""
                : risks.get(0).parameters().code(parameter, null).value();
        int count = product.instalments().parts().getOrDefault(code, 1);
        return new Total(
                money(pass.annual()),
                new Money(term.number()),
                vat,
                TermPremium.instalments(vat.gross(), count),
                terms.stream().map(each -> new Money(each.number())).toList());
    }

    private Money money(Value value) {
        return Money.rounded(value.number(), product.totalRounding().mode());
    }

    private static List<RatingResult.CoverPremium> coverPremiums(Pass pass, boolean complete, Ends ends) {
        return pass.covers().stream()
                .map(cover -> new RatingResult.CoverPremium(
                        cover.id(),
                        complete ? pass.premium(cover.id()) : null,
                        new RatingResult.Range(
                                ends.lowest().premium(cover.id()),
                                ends.highest().premium(cover.id()))))
                .toList();
    }

    /** The parts of a schedule; none of a single risk. */
    private List<RatingResult.InsuredPremium> insureds(Pass pass, Ends ends, Total total) {
        List<RatingResult.InsuredPremium> insureds = new ArrayList<>();
        for (int i = 0; shared != null && i < risks.size(); i++) {
            RiskRun risk = risks.get(i);
            boolean complete = !total.terms().isEmpty();
            insureds.add(new RatingResult.InsuredPremium(
                    Objects.requireNonNull(risk.insured()),
                    risk.term(),
                    risk.score(),
                    risk.covers().stream()
                            .map(cover -> coverPremium(risk, cover.id(), complete ? pass : null, ends))
                            .toList(),
                    complete ? money(pass.annual(risk)) : null,
                    complete ? total.terms().get(i) : null));
        }
        return insureds;
    }

    private static RatingResult.CoverPremium coverPremium(RiskRun risk, String cover, @Nullable Pass pass, Ends ends) {
        return new RatingResult.CoverPremium(
                cover,
                pass == null ? null : pass.premium(risk, cover),
                new RatingResult.Range(
                        ends.lowest().premium(risk, cover), ends.highest().premium(risk, cover)));
    }

    private static @Nullable BigDecimal position(Money annual, RatingResult.Range filed) {
        BigDecimal least = filed.minimum().amountCny();
        BigDecimal width = filed.maximum().amountCny().subtract(least);
        return width.signum() == 0
                ? null
                : annual.amountCny().subtract(least).divide(width, POSITION_DECIMALS, RoundingMode.HALF_UP);
    }

    private List<RatingResult.Input> inputs() {
        List<RatingResult.Input> inputs = new ArrayList<>(shared == null ? List.of() : shared.inputs());
        risks.forEach(risk -> inputs.addAll(risk.inputs()));
        return inputs;
    }
}
