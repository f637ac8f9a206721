package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.profile.Plan;
import org.panbao.profile.Profile;
import org.panbao.quoting.PlanFlips.Flip;
import org.panbao.quoting.SamplePlans.Expected;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import org.panbao.rulebook.SmallRelease;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of the plan moves at most one filed coefficient, and changes no fact but those that {@code plan-facts.csv} names.
 *
 * <p>A flip that leaves the derived facts equal leaves the decision equal: it is a function of them. Only the others are
 * decided, one value for each leaf, chosen by its place so that a run can be repeated.
 */
class PlanFlipTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();
    private static final PlanFacts FACTS = PlanFacts.of(RULEBOOK);

    /** Terms of the contract that tariff A reads in the row of a limit and in the ratio to the aggregate, no facts. */
    private static final Set<String> READ_TWICE = Set.of(
            "need.aggregateLimitCny",
            "need.covers",
            "need.covers.item",
            "need.covers.limitCny",
            "need.covers.dailyLimitCny",
            "need.covers.indemnityDays");

    /** Whom the policy insures is a bundle of facts: each insured brings its own. */
    private static final Set<String> SCHEDULE = Set.of("insureds", "insureds.leavesOn");

    static List<Expected> priced() {
        return FactFlipTest.priced();
    }

    @ParameterizedTest
    @MethodSource("priced")
    void flippingAnyLeafMovesAtMostOneCoefficient(Expected sample) {
        assertThat(movingTwo(sample, RULEBOOK, leaf -> !READ_TWICE.contains(leaf) && !SCHEDULE.contains(leaf)))
                .isEmpty();
    }

    @Test
    void theTermsLeftOutAreThoseThatTheFilingReadsTwice() {
        TreeSet<String> twice = new TreeSet<>();
        priced().forEach(sample ->
                twice.addAll(movingTwo(sample, RULEBOOK, READ_TWICE::contains).keySet()));
        assertThat(twice).containsExactlyInAnyOrderElementsOf(READ_TWICE);
    }

    /** A tariff in which the loss ratio also stands for the years renewed. */
    @Test
    void catchesATariffThatReadsOneFactTwice() {
        ReleaseFiles offending = SmallRelease.with(
                "rules/products/sample-d/product.yaml",
                "facts: [enterprise.insuredYears]",
                "facts: [enterprise.lossRatioPercent]");
        Expected sample = new Expected("guest-house.json", "sample-d", Decision.ACCEPT);
        try (Rulebook rulebook = Rulebook.load(offending, RuleCache.none())) {
            assertThat(movingTwo(sample, rulebook, leaf -> leaf.startsWith("security.insuranceHistory")))
                    .containsEntry("security.insuranceHistory.lossRatioPercent", Set.of("LOSS_RATIO", "RENEWAL"));
        }
    }

    /** A bank or a carrier has a pack, and a row of its own in the table of industries. */
    @ParameterizedTest
    @ValueSource(strings = {"J6621", "I6311"})
    void theIndustryMovesItsOwnRowOnlyThoughItBringsAPack(String industry) {
        CoefficientMoves clinic = clinicIn("Q8425");

        assertThat(clinic.isEmpty()).isFalse();
        assertThat(clinic.moved(clinicIn(industry))).containsExactly("INDUSTRY");
    }

    private static CoefficientMoves clinicIn(String industry) {
        QuoteInput input = SamplePlans.input(
                "dental-clinic.json",
                "sample-d",
                RULEBOOK,
                plan -> ((ObjectNode) plan.at("/insureds/0")).put("industry", industry));
        return CoefficientMoves.of(input, RULEBOOK);
    }

    @Test
    void aLeafChangesTheFactsItIsSaidToFeedAndNoOthers() {
        List<Plan> plans = new ArrayList<>(
                SamplePlans.expected().stream().map(SamplePlans::plan).toList());
        plans.add((Plan) PlanExamples.of(Plan.class));
        Map<String, Set<String>> changed = new TreeMap<>();
        for (Plan plan : plans) {
            Profile profile = SamplePlans.profile(plan, RULEBOOK);
            for (Flip flip : manyFlips(plan)) {
                changed.computeIfAbsent(flip.field(), field -> new TreeSet<>())
                        .addAll(ProfileDifferences.between(profile, SamplePlans.profile(flip.plan(), RULEBOOK)));
            }
        }
        assertThat(changed.keySet()).containsAll(PlanFlips.leaves(Plan.class, ""));
        assertThat(FACTS.neverChanged(changed)).isEmpty();
        changed.keySet().removeAll(SCHEDULE);
        assertThat(FACTS.unnamed(changed)).isEmpty();
    }

    /** Coefficients that move together, by the leaf that moves them. */
    private static Map<String, Set<String>> movingTwo(Expected sample, Rulebook rulebook, Predicate<String> fields) {
        Plan plan = SamplePlans.plan(sample);
        Profile profile = SamplePlans.profile(plan, rulebook);
        CoefficientMoves before = CoefficientMoves.of(SamplePlans.input(sample, profile), rulebook);
        assertThat(before.isEmpty()).isFalse();
        Map<String, Set<String>> found = new TreeMap<>();
        Map<Profile, TreeSet<String>> decided = new HashMap<>();
        decided.put(profile, new TreeSet<>());
        for (Flip flip : oneOfEachLeaf(plan)) {
            if (fields.test(flip.field())) {
                TreeSet<String> moved = decided.computeIfAbsent(
                        SamplePlans.profile(flip.plan(), rulebook),
                        flipped -> before.moved(CoefficientMoves.of(SamplePlans.input(sample, flipped), rulebook)));
                if (moved.size() > 1) {
                    found.put(flip.field(), moved);
                }
            }
        }
        return found;
    }

    /** Answers are many and alike. */
    private static List<Flip> manyFlips(Plan plan) {
        List<Flip> flips = new ArrayList<>(PlanFlips.of(plan));
        flips.removeIf(PlanFlipTest::isOfAnswer);
        oneOfEachLeaf(plan).stream().filter(PlanFlipTest::isOfAnswer).forEach(flips::add);
        return flips;
    }

    private static boolean isOfAnswer(Flip flip) {
        return flip.field().startsWith("security.answers");
    }

    private static List<Flip> oneOfEachLeaf(Plan plan) {
        Map<String, List<Flip>> byLeaf = new LinkedHashMap<>();
        PlanFlips.of(plan)
                .forEach(flip -> byLeaf.computeIfAbsent(flip.place(), place -> new ArrayList<>())
                        .add(flip));
        List<Flip> chosen = new ArrayList<>();
        byLeaf.forEach((place, flips) ->
                chosen.add(flips.get(Math.floorMod((plan.planName() + place).hashCode(), flips.size()))));
        return chosen;
    }
}
