package org.panbao.quoting;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.panbao.coverage.CoverAdvice;
import org.panbao.coverage.CoverAdvisor;
import org.panbao.profile.WantedCoverFact;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;
import org.panbao.scoring.RiskAssessment;
import org.panbao.scoring.RiskAssessor;
import org.panbao.scoring.ScheduleAssessor;

/**
 * What is priced on facts of its own: the whole of a single risk, or one insured of a schedule.
 *
 * @param insured the insured of a schedule; null for the whole
 * @param input the question for this part alone
 * @param unpayable items for which nothing could be paid to it
 */
record RiskPart(
        @Nullable ScheduledInsured insured,
        QuoteInput input,
        RiskAssessment assessment,
        CoverAdvice advice,
        Set<String> unpayable) {

    RiskPart {
        unpayable = Set.copyOf(unpayable);
    }

    /** The whole as one risk. */
    static RiskPart whole(Product product, QuoteInput input, Rulebook rulebook) {
        return of(null, product, input, rulebook);
    }

    /** A schedule that is rated insured by insured: what holds for all together, and every insured. */
    record Parts(RiskPart whole, List<RiskPart> each) {}

    /**
     * A schedule. What is blocked for the whole and for no insured alone, is blocked for each; what is blocked for one
     * insured is blocked for no other.
     */
    static Parts ofSchedule(Product product, QuoteInput input, Rulebook rulebook) {
        List<RiskPart> alone = input.insureds().stream()
                .map(insured -> of(insured, product, input.of(insured), rulebook))
                .toList();
        RiskPart together = whole(product, input, rulebook);
        RiskPart whole = ScheduleAssessor.isStated(rulebook) ? together.of(alone, product, rulebook) : together;
        Set<String> ofAll = new TreeSet<>(whole.unpayable());
        alone.forEach(part -> ofAll.removeAll(part.unpayable()));
        return new Parts(whole, alone.stream().map(part -> part.without(ofAll)).toList());
    }

    /** All insureds together, when this is what they would be as one risk. */
    private RiskPart of(List<RiskPart> alone, Product product, Rulebook rulebook) {
        RiskAssessment joint = ScheduleAssessor.assess(
                input.profile().enterprise(),
                assessment,
                alone.stream().map(RiskPart::assessment).toList(),
                rulebook);
        CoverAdvice advised = CoverAdvisor.adviseSchedule(
                input.profile(),
                joint,
                new CoverAdvisor.Schedule(
                        advice, alone.stream().map(RiskPart::advice).toList()),
                rulebook);
        return new RiskPart(null, input, joint, advised, CoverageLines.unpayable(product, advised));
    }

    private static RiskPart of(@Nullable ScheduledInsured insured, Product product, QuoteInput own, Rulebook rulebook) {
        RiskAssessment assessment = RiskAssessor.assess(own.profile(), rulebook);
        CoverAdvice advice = CoverAdvisor.advise(own.profile(), assessment, rulebook);
        return new RiskPart(insured, own, assessment, advice, CoverageLines.unpayable(product, advice));
    }

    private RiskPart without(Set<String> items) {
        Set<String> all = new TreeSet<>(unpayable);
        all.addAll(items);
        return new RiskPart(insured, input, assessment, advice, all);
    }

    /** What is to be priced for it. */
    PricedTerms terms(Product product, Rulebook rulebook) {
        return new QuoteTerms(product, input.profile(), wanted(product, rulebook), input.planAssertion())
                .resolve(input, assessment.effectiveness().percent(), unpayable);
    }

    /** What the plan asks for, or what is advised when it asks for nothing; never an item that could not be paid. */
    private List<WantedCoverFact> wanted(Product product, Rulebook rulebook) {
        List<WantedCoverFact> wishes = input.profile().wantedCovers();
        return wishes.isEmpty()
                ? new AdvisedTerms(product).wanted(advice, rulebook)
                : wishes.stream().filter(this::canBePaid).toList();
    }

    /** Whether something could be paid to it for a wish. */
    boolean canBePaid(WantedCoverFact wish) {
        return !unpayable.contains(wish.item());
    }

    /** Id of the insured; null for the whole. */
    @Nullable
    String insuredId() {
        return insured == null ? null : insured.insuredId();
    }
}
