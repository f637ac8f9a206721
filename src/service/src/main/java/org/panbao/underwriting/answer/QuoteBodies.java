package org.panbao.underwriting.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.coverage.BitingExclusion;
import org.panbao.coverage.ItemAdvice;
import org.panbao.coverage.SuggestedLimit;
import org.panbao.coverage.Term;
import org.panbao.quoting.ContractTerms;
import org.panbao.quoting.CoverageLine;
import org.panbao.quoting.InsuredTerms;
import org.panbao.quoting.OwnShare;
import org.panbao.quoting.QuoteCondition;
import org.panbao.quoting.QuoteOutcome;
import org.panbao.quoting.Reason;
import org.panbao.rulebook.Rulebook;
import org.panbao.scoring.Contribution;
import org.panbao.scoring.DimensionScore;
import org.panbao.scoring.GateEffect;
import org.panbao.scoring.RiskAssessment;
import org.panbao.underwriting.answer.QuoteBody.ConditionBody;
import org.panbao.underwriting.answer.QuoteBody.ContractBody;
import org.panbao.underwriting.answer.QuoteBody.ContributionBody;
import org.panbao.underwriting.answer.QuoteBody.CoverageBody;
import org.panbao.underwriting.answer.QuoteBody.DecisionReasonBody;
import org.panbao.underwriting.answer.QuoteBody.DimensionBody;
import org.panbao.underwriting.answer.QuoteBody.ExclusionBody;
import org.panbao.underwriting.answer.QuoteBody.FlagBody;
import org.panbao.underwriting.answer.QuoteBody.InsuredBody;
import org.panbao.underwriting.answer.QuoteBody.InsuredTermBody;
import org.panbao.underwriting.answer.QuoteBody.OwnShareBody;
import org.panbao.underwriting.answer.QuoteBody.ReasonBody;
import org.panbao.underwriting.answer.QuoteBody.ReferralBody;
import org.panbao.underwriting.answer.QuoteBody.ScoreBody;
import org.panbao.underwriting.answer.QuoteBody.SuggestedLimitBody;
import org.panbao.underwriting.answer.QuoteBody.TermBody;

/** Writes the parts of an outcome in the words of the answer. */
public final class QuoteBodies {

    private QuoteBodies() {}

    /** Reasons of the decision. */
    public static List<DecisionReasonBody> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new DecisionReasonBody(reason.id(), reason.subject(), reason.text(), reason.insureds()))
                .toList();
    }

    /** Gates that load, and gates that count towards a referral whether or not it is reached. */
    public static List<FlagBody> flags(RiskAssessment assessment) {
        return Stream.of(GateEffect.REFER, GateEffect.LOAD)
                .flatMap(effect -> assessment.gates(effect).stream())
                .map(gate ->
                        new FlagBody(gate.ruleId(), gate.effect().name(), gate.subject(), gate.reason(), gate.points()))
                .toList();
    }

    /** Score, level, floors, caps and dimensions. */
    public static ScoreBody score(RiskAssessment assessment) {
        return new ScoreBody(
                plain(assessment.overall()),
                assessment.level().name(),
                assessment.levelOfScore().name(),
                assessment.floors().stream()
                        .map(floor -> new ReasonBody(floor.ruleId(), floor.subject(), floor.reason()))
                        .toList(),
                plain(assessment.effectiveness().percent()),
                plain(assessment.effectiveness().beforeCaps()),
                assessment.effectiveness().caps().stream()
                        .map(cap -> new ReasonBody(cap.ruleId(), cap.subject(), cap.reason()))
                        .toList(),
                assessment.dimensions().stream().map(QuoteBodies::dimension).toList());
    }

    /** Every wanted or advised item. */
    public static List<CoverageBody> coverage(List<CoverageLine> lines) {
        return lines.stream().map(QuoteBodies::coverage).toList();
    }

    /** Exclusions that apply already. */
    public static List<ExclusionBody> biting(List<BitingExclusion> exclusions) {
        return exclusions.stream()
                .map(biting -> new ExclusionBody(
                        biting.exclusion().code(),
                        biting.exclusion().wording(),
                        biting.item(),
                        biting.ruleId(),
                        biting.subject(),
                        biting.reason()))
                .toList();
    }

    /** Conditions of the cover, with what has to be done and by when; {@code inception} null while it is open. */
    public static List<ConditionBody> conditions(
            List<QuoteCondition> conditions, Rulebook rulebook, LocalDate ratingDate, @Nullable LocalDate inception) {
        List<ConditionBody> told = new ArrayList<>();
        for (ConditionBody condition : conditions(conditions)) {
            boolean within = condition.kind().equals(QuoteCondition.Kind.WITHIN_DAYS.name());
            LocalDate from = within ? inception : ratingDate;
            Integer days = condition.dueDays();
            told.add(new ConditionBody(
                    condition.ruleId(),
                    condition.kind(),
                    condition.subject(),
                    condition.text(),
                    condition.insureds(),
                    days,
                    rulebook.remedy(condition.ruleId()),
                    from == null || days == null ? null : from.plusDays(days).toString()));
        }
        return told;
    }

    /** Conditions of the cover as they were found. */
    public static List<ConditionBody> conditions(List<QuoteCondition> conditions) {
        return conditions.stream()
                .map(condition -> new ConditionBody(
                        condition.ruleId(),
                        condition.kind().name(),
                        condition.subject(),
                        condition.text(),
                        condition.insureds(),
                        condition.dueDays(),
                        null,
                        null))
                .toList();
    }

    /** Co-insurance, own share, premium before cover, special agreements. */
    public static ContractBody contract(QuoteOutcome outcome) {
        ContractTerms contract = outcome.contract();
        OwnShare share = outcome.ownShare();
        return new ContractBody(
                CoInsuranceParts.of(outcome),
                plainOrNull(contract.reinsuranceCapacityCny()),
                new OwnShareBody(
                        plain(share.percent()), plainOrNull(share.sumInsuredCny()), plainOrNull(share.capacityCny())),
                Boolean.TRUE.equals(contract.premiumBeforeCover()),
                contract.specialAgreements());
    }

    /** Points, threshold, authority and answers awaited. */
    public static ReferralBody referral(QuoteOutcome outcome) {
        RiskAssessment assessment = outcome.assessment();
        return new ReferralBody(
                assessment.referral().score(),
                assessment.referral().threshold(),
                outcome.neededAuthority().name(),
                assessment.pending().stream()
                        .map(pending -> new ReasonBody(pending.ruleId(), pending.questionId(), pending.reason()))
                        .toList());
    }

    private static DimensionBody dimension(DimensionScore score) {
        return new DimensionBody(
                score.dimension(),
                score.name(),
                plain(score.weight()),
                plain(score.inherent()),
                plain(score.effectiveness()),
                plain(score.residual()),
                score.contributions().stream().map(QuoteBodies::contribution).toList());
    }

    private static ContributionBody contribution(Contribution contribution) {
        return new ContributionBody(
                contribution.kind().name(),
                contribution.id(),
                contribution.subject(),
                plain(contribution.value()),
                plain(contribution.weight()),
                contribution.reason());
    }

    private static CoverageBody coverage(CoverageLine line) {
        ItemAdvice advice = line.advice();
        return new CoverageBody(
                advice.item(),
                advice.name(),
                advice.line() == null ? null : advice.line().name(),
                advice.wanted(),
                line.status().name(),
                advice.status().name(),
                line.availability().name(),
                line.note(),
                line.carriedBy(),
                insured(line.insured()),
                limit(advice.limit()),
                plainOrNull(advice.sublimitPercent()),
                plainOrNull(advice.deductiblePercent()),
                plainOrNull(advice.waitingHours()),
                terms(advice, Term.Kind.EXCLUSION),
                terms(advice, Term.Kind.WARRANTY),
                terms(advice, Term.Kind.CONDITION),
                advice.reasons().stream()
                        .map(reason -> new ReasonBody(reason.id(), reason.subject(), reason.text()))
                        .toList(),
                line.notPaidTo());
    }

    private static @Nullable InsuredBody insured(@Nullable InsuredTerms terms) {
        return terms == null
                ? null
                : new InsuredBody(
                        terms.limit(),
                        terms.dailyLimit(),
                        terms.indemnityDays(),
                        terms.deductiblePercent(),
                        terms.deductible(),
                        terms.waitingDays(),
                        terms.defaulted(),
                        terms.terms().stream().map(QuoteBodies::term).toList());
    }

    private static InsuredTermBody term(InsuredTerms.Term term) {
        return new InsuredTermBody(
                term.parameter(),
                term.name(),
                term.value(),
                term.unit(),
                term.defaulted(),
                term.asked(),
                term.reason());
    }

    private static @Nullable SuggestedLimitBody limit(@Nullable SuggestedLimit limit) {
        return limit == null
                ? null
                : new SuggestedLimitBody(
                        plain(limit.amountCny()),
                        limit.bound().name(),
                        plain(limit.anchorCny()),
                        plainOrNull(limit.insurableValueCny()),
                        limit.reason());
    }

    private static List<TermBody> terms(ItemAdvice advice, Term.Kind kind) {
        return advice.terms(kind).stream()
                .map(term -> new TermBody(term.code(), term.wording()))
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static @Nullable String plainOrNull(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
