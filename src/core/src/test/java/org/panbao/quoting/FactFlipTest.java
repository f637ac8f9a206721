package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.IncidentFact;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Profile;
import org.panbao.profile.SystemFact;
import org.panbao.quoting.SamplePlans.Expected;
import org.panbao.rating.RatingResult;
import org.panbao.rating.Step;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Product;
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
        Profile profile = SamplePlans.input(sample, RULEBOOK).profile();
        Map<String, BigDecimal> before = coefficients(sample, profile);
        assertThat(before).isNotEmpty();
        List<Flip> flips = flips(profile);
        assertThat(flips).hasSizeGreaterThan(100);
        TreeSet<String> moving = new TreeSet<>();
        for (Flip flip : flips) {
            TreeSet<String> moved = moved(before, coefficients(sample, flip.profile()));
            assertThat(moved).as(flip.fact()).hasSizeLessThanOrEqualTo(1);
            moving.addAll(moved);
        }
        // the test would prove nothing if no fact moved anything
        assertThat(moving).contains("RISK_MANAGEMENT", "LOSS_RATIO");
    }

    /** Values by coefficient and cover; empty when the flip led to a decline. */
    private static Map<String, BigDecimal> coefficients(Expected sample, Profile profile) {
        Map<String, BigDecimal> values = new TreeMap<>();
        RatingResult rating = QuoteDecider.decide(SamplePlans.input(sample, profile), RULEBOOK)
                .rating();
        if (rating != null) {
            Product product = Objects.requireNonNull(RULEBOOK.products().find(sample.product()));
            List<String> ids =
                    product.coefficients().stream().map(Coefficient::id).toList();
            for (Step step : rating.steps()) {
                if (ids.contains(step.subject()) && step.before() == null) {
                    values.put(step.subject() + "@" + step.cover(), step.value());
                }
            }
        }
        return values;
    }

    private static TreeSet<String> moved(Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        TreeSet<String> moved = new TreeSet<>();
        after.forEach((coefficient, value) -> {
            BigDecimal old = before.get(coefficient);
            if (old != null && old.compareTo(value) != 0) {
                moved.add(coefficient.substring(0, coefficient.indexOf('@')));
            }
        });
        return moved;
    }

    private static List<Flip> flips(Profile profile) {
        List<Flip> flips = new ArrayList<>();
        for (Object changed : changed(profile.enterprise())) {
            flips.add(new Flip(changed.toString(), with(profile, (EnterpriseFact) changed)));
        }
        for (Object changed : changed(profile.incidents())) {
            flips.add(new Flip(changed.toString(), with(profile, (IncidentFact) changed)));
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
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Object> copies = new ArrayList<>();
        for (int flipped = 0; flipped < components.length; flipped++) {
            try {
                Object[] values = new Object[components.length];
                for (int i = 0; i < components.length; i++) {
                    components[i].getAccessor().setAccessible(true);
                    values[i] = components[i].getAccessor().invoke(fact);
                }
                values[flipped] = other(types[flipped], components[flipped].getName(), values[flipped]);
                copies.add(fact.getClass().getDeclaredConstructor(types).newInstance(values));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
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

    private static Profile with(Profile profile, EnterpriseFact enterprise) {
        return copy(profile, enterprise, profile.systems(), profile.answers(), profile.incidents());
    }

    private static Profile with(Profile profile, IncidentFact incidents) {
        return copy(profile, profile.enterprise(), profile.systems(), profile.answers(), incidents);
    }

    private static Profile with(Profile profile, int place, SystemFact system) {
        List<SystemFact> systems = new ArrayList<>(profile.systems());
        systems.set(place, system);
        return copy(profile, profile.enterprise(), systems, profile.answers(), profile.incidents());
    }

    private static Profile with(Profile profile, int place, AnswerFact answer) {
        List<AnswerFact> answers = new ArrayList<>(profile.answers());
        answers.set(place, answer);
        return copy(profile, profile.enterprise(), profile.systems(), answers, profile.incidents());
    }

    private static Profile copy(
            Profile profile,
            EnterpriseFact enterprise,
            List<SystemFact> systems,
            List<AnswerFact> answers,
            IncidentFact incidents) {
        return new Profile(
                profile.ratingDate(), enterprise, systems, answers, incidents, profile.wantedCovers(), profile.need());
    }
}
