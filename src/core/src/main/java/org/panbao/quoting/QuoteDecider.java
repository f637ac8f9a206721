package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.panbao.coverage.Line;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.WantedCoverFact;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.quoting.DecisionReasons.Grounds;
import org.panbao.quoting.OverInsurance.Excess;
import org.panbao.rating.MissingFacts;
import org.panbao.rating.RatingResult;
import org.panbao.rating.RequestNames;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;
import org.panbao.scoring.Gate;
import org.panbao.scoring.GateEffect;
import org.panbao.scoring.RiskAssessment;
import org.panbao.scoring.ScheduleAssessor;

/**
 * The whole decision: gates, score, cover advice, premium, authority. A pure function of the input and the rulebook: no
 * clock, no database, no chance.
 */
public final class QuoteDecider {

    private final QuoteInput input;
    private final Rulebook rulebook;
    private final Product product;

    private static final Messages MESSAGES = Messages.of(QuoteDecider.class, "quoting");

    /** The packs of whose duties the short form asks nothing; a release from before there was one has none. */
    static final String FULL_FORM = "rules/gates/full-form.csv";

    private static final String SCHEDULE = "QUO-SCHEDULE";

    private QuoteDecider(QuoteInput input, Rulebook rulebook, Product product) {
        this.input = input;
        this.rulebook = rulebook;
        this.product = product;
    }

    /**
     * Decides. Throws a {@link Problem} when the question itself cannot be answered: an unknown product
     * (RATE_NOT_FOUND), a product that this insurer has not filed (PRODUCT_NOT_SOLD_BY_INSURER), or parameters and
     * choices outside the filed rows.
     */
    public static QuoteOutcome decide(QuoteInput input, Rulebook rulebook) {
        Product product = rulebook.products().find(input.productId());
        if (product == null) {
            throw unknown(input.productId());
        }
        return new QuoteDecider(input, rulebook, product).decide();
    }

    private static Problem unknown(String productId) {
        Finding finding = new Finding(
                Severity.ERROR,
                "/productId",
                "unknown-product",
                MESSAGES.text("unknown-product", Map.of("product", productId)));
        return new Problem(ProblemCode.RATE_NOT_FOUND, Map.of("table", "products", "key", productId), List.of(finding));
    }

    private QuoteOutcome decide() {
        Product.Filing filing = Filings.find(product, input.insurer(), input.profile());
        CoInsurance.check(input.contract(), input.insurer());
        if (isRatedByInsured()) {
            RiskPart.Parts schedule = RiskPart.ofSchedule(product, input, rulebook);
            return outcome(filing, schedule.whole(), schedule.each());
        }
        RiskPart whole = RiskPart.whole(product, input, rulebook);
        return outcome(filing, whole, List.of(whole));
    }

    /**
     * What is charged, and why nothing is where that is so.
     *
     * @param terms null when nothing can be priced
     * @param missing what the tariff reads and nobody stated
     * @param noticed amounts of the request that do not fit
     */
    private record Pricing(
            @Nullable PricedTerms terms,
            List<Parameter> missing,
            List<Finding> noticed,
            @Nullable RatingResult rating,
            @Nullable BigDecimal sumInsured) {}

    private Pricing price(RiskAssessment assessment, List<RiskPart> parts) {
        PricedTerms resolved = terms(assessment, parts);
        List<Parameter> missing = resolved == null ? List.of() : MissingFacts.of(product, resolved.input());
        PricedTerms terms = priced(resolved, missing);
        RequestAmounts amounts = new RequestAmounts(rulebook, product, input.profile());
        List<Finding> noticed = amounts.check(input.covers(), input.parameters());
        RatingResult rating = terms == null ? null : amounts.rate(terms.input(), noticed);
        return new Pricing(terms, missing, noticed, rating, rating == null ? null : SumInsured.of(product, rating));
    }

    private QuoteOutcome outcome(Product.Filing filing, RiskPart whole, List<RiskPart> parts) {
        RiskAssessment assessment = whole.assessment();
        Pricing pricing = price(assessment, parts);
        PricedTerms terms = pricing.terms();
        RatingResult rating = pricing.rating();
        BigDecimal sumInsured = pricing.sumInsured();
        AuthorityMatrix.Case wanted = sumInsured == null ? null : authorityCase(assessment, sumInsured);
        Authority needed = needed(rating, wanted);
        OwnShare share = ownShare(sumInsured);
        UnheardWishes unheard = rating == null ? null : unheard(SumInsured.leading(rating), parts);
        PricedTerms told = terms == null || unheard == null ? terms : terms.with(unheard);
        List<Excess> excesses = rating == null ? List.of() : excesses(parts, rating);
        List<Reason> ofTerms = ofTerms(excesses, unheard, rating == null ? whyUnpriced(pricing.missing()) : List.of());
        Grounds grounds = new Grounds(ofTerms, rating, share, parts, needed);
        DecisionReasons reasons = new DecisionReasons(rulebook, assessment, grounds, input.authority());
        return new QuoteOutcome(
                reasons.decision(),
                reasons.reasons(),
                conditions(assessment, reasons),
                assessment,
                whole.advice(),
                new CoverageLines(product, whole.advice(), parts).lines(rating, told, rulebook),
                product,
                filing,
                input.contract().under(filing),
                share,
                authority(reasons, needed),
                sumInsured,
                rating == null || wanted == null ? List.of() : overrides(rating, wanted),
                warnings(told, excesses),
                terms == null ? null : terms.input(),
                rating,
                pricing.noticed(),
                insureds(parts, rating));
    }

    /** Whether each insured is a part of its own; else the whole is one risk. */
    private boolean isRatedByInsured() {
        return !input.insureds().isEmpty() && ScheduleTerms.isFiled(product, input);
    }

    /**
     * Several insureds whom the product files no way to rate. As one risk they would have the limits once, so that one insured
     * more could cost less: nothing is priced. A release from before that was settled has an indication of one risk.
     */
    private boolean isUnfiledSchedule() {
        return input.insureds().size() > 1
                && !isRatedByInsured()
                && rulebook.hasReason(SCHEDULE)
                && ScheduleAssessor.isStated(rulebook);
    }

    private static List<InsuredOutcome> insureds(List<RiskPart> parts, @Nullable RatingResult rating) {
        return parts.stream()
                .flatMap(part ->
                        Stream.ofNullable(part.insured()).map(insured -> InsuredOutcome.of(part, insured, rating)))
                .toList();
    }

    private List<Excess> excesses(List<RiskPart> parts, RatingResult rating) {
        return parts.stream()
                .flatMap(part -> OverInsurance.find(product, part, rating, rulebook).stream())
                .toList();
    }

    /** What can be priced as it is resolved; null when nothing can, and then nothing else looks at the request's names. */
    private @Nullable PricedTerms priced(@Nullable PricedTerms resolved, List<Parameter> missing) {
        if (resolved != null && missing.isEmpty()) {
            return resolved;
        }
        RequestNames.check(product, input.covers(), input.parameters(), input.choices());
        return null;
    }

    private static List<Finding> warnings(@Nullable PricedTerms terms, List<Excess> excesses) {
        List<Finding> warnings = new ArrayList<>(terms == null ? List.of() : terms.warnings());
        excesses.forEach(excess -> warnings.add(excess.finding()));
        return warnings;
    }

    private AuthorityMatrix.Case authorityCase(RiskAssessment assessment, BigDecimal sumInsuredCny) {
        boolean blocked = !assessment.gates(GateEffect.BIND_BLOCK).isEmpty()
                || !assessment.gates(GateEffect.COVER_BLOCK).isEmpty();
        return new AuthorityMatrix.Case(input.profile().enterprise().form(), line(), blocked, sumInsuredCny);
    }

    private Authority needed(@Nullable RatingResult rating, AuthorityMatrix.@Nullable Case wanted) {
        return rating == null || wanted == null
                ? Authority.AUTOMATIC
                : AuthorityMatrix.of(rulebook).required(wanted, ChoiceOverride.lowestPosition(rating));
    }

    /** Nobody has worked out what is insured in all of a schedule that is not priced: nothing less than the most is sure to do. */
    private Authority authority(DecisionReasons reasons, Authority needed) {
        boolean open = reasons.decision() == Decision.REFER && isUnfiledSchedule();
        return open ? Authority.HEAD_OFFICE : reasons.authority(needed);
    }

    private OwnShare ownShare(@Nullable BigDecimal sumInsuredCny) {
        ContractTerms contract = input.contract();
        BigDecimal reinsured = Objects.requireNonNullElse(contract.reinsuranceCapacityCny(), BigDecimal.ZERO);
        BigDecimal own = Capacities.of(rulebook).find(input.insurer(), line());
        return OwnShare.of(contract.shareOf(input.insurer()), sumInsuredCny, own == null ? null : own.add(reinsured));
    }

    /** What refers the case whatever the risk: a firm or form outside the product, limits that do not fit, no price. */
    private List<Reason> ofTerms(List<Excess> excesses, @Nullable UnheardWishes unheard, List<Reason> unpriced) {
        List<Reason> reasons = new ArrayList<>();
        BigDecimal revenue = exceededRevenue();
        if (revenue != null) {
            reasons.add(DecisionReasons.reason(rulebook, "QUO-ELIGIBILITY", revenue.toPlainString()));
        }
        reasons.addAll(ofShortForm());
        // a release from before there were schedules rates all insureds as one risk, as it did then
        if (!input.insureds().isEmpty() && !isRatedByInsured() && rulebook.hasReason(SCHEDULE)) {
            reasons.add(DecisionReasons.reason(rulebook, SCHEDULE, product.id()));
        }
        reasons.addAll(overInsured(excesses));
        if (unheard != null) {
            unheard.insuredAbove()
                    .forEach(cover -> reasons.add(DecisionReasons.reason(rulebook, "QUO-ABOVE-WISH", cover)));
        }
        reasons.addAll(unpriced);
        return reasons;
    }

    /** On the short form: a product that needs the full one, and duties of which the short form asks nothing. */
    private List<Reason> ofShortForm() {
        EnterpriseFact enterprise = input.profile().enterprise();
        List<Reason> reasons = new ArrayList<>();
        if (enterprise.form() != Form.SHORT) {
            return reasons;
        }
        if (product.questionnaire() == Product.Questionnaire.FULL) {
            reasons.add(DecisionReasons.reason(rulebook, "QUO-FORM", product.id()));
        }
        if (rulebook.hasTable(FULL_FORM)) {
            rulebook.table(FULL_FORM).rows().stream()
                    .filter(row -> enterprise.packs().contains(row.id()))
                    .map(row -> new Reason(
                            "QUO-FORM",
                            row.id(),
                            rulebook.reason("QUO-FORM")
                                    .with("subject", new Text(row.text("name_zh"), row.text("name_en")))))
                    .forEach(reasons::add);
        }
        return reasons;
    }

    private List<Reason> overInsured(List<Excess> excesses) {
        if (!isRatedByInsured()) {
            return excesses.stream()
                    .map(excess -> DecisionReasons.reason(rulebook, "QUO-OVER-INSURANCE", excess.subject()))
                    .toList();
        }
        Map<String, List<String>> bySubject = new LinkedHashMap<>();
        for (Excess excess : excesses) {
            List<String> insureds = bySubject.computeIfAbsent(excess.subject(), subject -> new ArrayList<>());
            Stream.ofNullable(excess.insured()).forEach(insureds::add);
        }
        List<Reason> reasons = new ArrayList<>();
        bySubject.forEach((subject, insureds) -> reasons.add(new Reason(
                "QUO-OVER-INSURANCE",
                subject,
                rulebook.reason("QUO-OVER-INSURANCE").with("subject", subject),
                insureds)));
        return reasons;
    }

    private List<Reason> whyUnpriced(List<Parameter> missing) {
        if (isUnfiledSchedule()) {
            return List.of(); // told already
        }
        if (missing.isEmpty()) {
            return List.of(DecisionReasons.reason(rulebook, "QUO-NO-COVER", "covers"));
        }
        return missing.stream()
                .map(parameter -> new Reason(
                        "QUO-UNSTATED",
                        parameter.id(),
                        rulebook.reason("QUO-UNSTATED").with("subject", parameter.name())))
                .toList();
    }

    /** The revenue up to which the product is meant, when this case is not shown to be within; else null. */
    private @Nullable BigDecimal exceededRevenue() {
        Product.Eligibility eligibility = product.eligibility();
        if (eligibility == null) {
            return null;
        }
        EnterpriseFact enterprise = input.profile().enterprise();
        BigDecimal revenue = enterprise.annualRevenueCny();
        boolean within = revenue == null
                ? enterprise.form() == Form.SHORT
                : revenue.compareTo(eligibility.maxAnnualRevenueCny()) <= 0;
        return within ? null : eligibility.maxAnnualRevenueCny();
    }

    /** What is to be priced; null for a decline, when no cover remains, and for a schedule that no filing prices. */
    private @Nullable PricedTerms terms(RiskAssessment assessment, List<RiskPart> parts) {
        if (!assessment.gates(GateEffect.DECLINE).isEmpty() || isUnfiledSchedule()) {
            return null;
        }
        PricedTerms terms = isRatedByInsured()
                ? ScheduleTerms.of(product, input, parts, rulebook)
                : parts.get(0).terms(product, rulebook);
        return terms.input().hasCovers() ? terms : null;
    }

    private UnheardWishes unheard(RatingResult rating, List<RiskPart> parts) {
        List<WantedCoverFact> payable = input.profile().wantedCovers().stream()
                .filter(item -> parts.stream().anyMatch(part -> part.canBePaid(item)))
                .toList();
        return UnheardWishes.find(product, rating, payable, input.profile().wantedCovers());
    }

    /** Products of mixed lines are judged as liability, where authorities are tighter. */
    private Line line() {
        return product.line() == Product.Line.PROPERTY ? Line.PROPERTY : Line.LIABILITY;
    }

    private List<ChoiceOverride> overrides(RatingResult rating, AuthorityMatrix.Case wanted) {
        AuthorityMatrix matrix = AuthorityMatrix.of(rulebook);
        return ChoiceOverride.of(rating, position -> matrix.required(wanted, position), input.authority());
    }

    private static List<QuoteCondition> conditions(RiskAssessment assessment, DecisionReasons reasons) {
        List<QuoteCondition> conditions = new ArrayList<>();
        for (Gate gate : assessment.gates(GateEffect.BIND_BLOCK)) {
            conditions.add(condition(gate, QuoteCondition.Kind.BEFORE_INCEPTION, reasons.insureds(gate)));
        }
        for (Gate gate : assessment.gates(GateEffect.CONDITION)) {
            conditions.add(condition(gate, QuoteCondition.Kind.WITHIN_DAYS, reasons.insureds(gate)));
        }
        return conditions;
    }

    private static QuoteCondition condition(Gate gate, QuoteCondition.Kind kind, List<String> insureds) {
        return new QuoteCondition(gate.ruleId(), kind, gate.subject(), gate.reason(), insureds, gate.dueDays());
    }
}
