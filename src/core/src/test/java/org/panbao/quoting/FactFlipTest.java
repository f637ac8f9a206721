package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Profile;
import org.panbao.profile.SystemFact;
import org.panbao.quoting.SamplePlans.Expected;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/**
 * A fact of the enterprise moves at most one filed coefficient. Terms of the contract (limits, deductible, term) are not
 * facts: a filing may read one limit in two ratios.
 */
class FactFlipTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A profile in which one fact differs. */
    private record Flip(String fact, Profile profile) {}

    static List<Expected> priced() {
        return SamplePlans.expected().stream()
                .filter(sample -> sample.decision() != Decision.DECLINE)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("priced")
    void flippingAnyFactMovesAtMostOneCoefficient(Expected sample) {
        Profile profile = SamplePlans.profile(SamplePlans.plan(sample), RULEBOOK);
        CoefficientMoves before = CoefficientMoves.of(SamplePlans.input(sample, profile), RULEBOOK);
        assertThat(before.isEmpty()).isFalse();
        List<Flip> flips = flips(profile);
        assertThat(flips).hasSizeGreaterThan(100);
        TreeSet<String> moving = new TreeSet<>();
        for (Flip flip : flips) {
            QuoteInput flipped = SamplePlans.input(sample, flip.profile());
            TreeSet<String> moved = before.moved(CoefficientMoves.of(flipped, RULEBOOK));
            assertThat(moved).as(flip.fact()).hasSizeLessThanOrEqualTo(1);
            moving.addAll(moved);
        }
        // the test would prove nothing if no fact moved anything
        assertThat(moving).contains("RISK_MANAGEMENT", "LOSS_RATIO");
    }

    private static List<Flip> flips(Profile profile) {
        List<Flip> flips = new ArrayList<>();
        for (Object changed : changed(profile.enterprise())) {
            flips.add(new Flip(changed.toString(), with(profile, "enterprise", changed)));
        }
        for (Object changed : changed(profile.incidents())) {
            flips.add(new Flip(changed.toString(), with(profile, "incidents", changed)));
        }
        for (Object changed : changed(profile.security())) {
            flips.add(new Flip(changed.toString(), with(profile, "security", changed)));
        }
        for (int i = 0; i < profile.systems().size(); i++) {
            for (Object changed : changed(profile.systems().get(i))) {
                flips.add(new Flip(changed.toString(), with(profile, i, (SystemFact) changed)));
            }
        }
        for (int i = 0; i < profile.answers().size(); i++) {
            for (AnswerState state : AnswerState.values()) {
                AnswerFact answer = profile.answers().get(i);
                AnswerFact changed = new AnswerFact(
                        answer.questionId(),
                        state,
                        answer.value(),
                        answer.dateAgeDays(),
                        answer.evidence(),
                        answer.answerAgeDays());
                flips.add(new Flip(changed.toString(), with(profile, i, changed)));
            }
        }
        return flips;
    }

    /** Copies of a record, in each of which one component has another value. */
    private static List<Object> changed(Record fact) {
        RecordComponent[] components = fact.getClass().getRecordComponents();
        List<Object> copies = new ArrayList<>();
        for (int flipped = 0; flipped < components.length; flipped++) {
            Object[] values = PlanExamples.values(fact);
            values[flipped] = other(components[flipped].getType(), components[flipped].getName(), values[flipped]);
            copies.add(PlanExamples.build(fact.getClass(), values));
        }
        return copies;
    }

    private static Object other(Class<?> type, String name, Object value) {
        if (type == boolean.class) {
            return !(Boolean) value;
        }
        if (type == int.class || type == Integer.class) {
            return value == null ? 1 : (Integer) value + 1;
        }
        if (type == Long.class) {
            return value == null ? 1_000_000L : (Long) value * 3 + 1;
        }
        if (type == BigDecimal.class) {
            boolean percent = value == null || ((BigDecimal) value).compareTo(HUNDRED) <= 0;
            return percent ? new BigDecimal("95") : ((BigDecimal) value).multiply(new BigDecimal("1.5"));
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[value == null ? 0 : (((Enum<?>) value).ordinal() + 1) % constants.length];
        }
        if (type == List.class) {
            return List.of("650100");
        }
        if (name.equals("industrySection")) {
            return "I".equals(value) ? "J" : "I";
        }
        return value + "x";
    }

    private static Profile with(Profile profile, int place, SystemFact system) {
        List<SystemFact> systems = new ArrayList<>(profile.systems());
        systems.set(place, system);
        return with(profile, "systems", systems);
    }

    private static Profile with(Profile profile, int place, AnswerFact answer) {
        List<AnswerFact> answers = new ArrayList<>(profile.answers());
        answers.set(place, answer);
        return with(profile, "answers", answers);
    }

    private static Profile with(Profile profile, String component, Object value) {
        return (Profile) PlanExamples.with(profile, component, value);
    }
}
