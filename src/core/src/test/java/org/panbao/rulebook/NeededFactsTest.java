package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.panbao.rulebook.Question.ValueKind;

/** Every fact that a gate reads is asked for: no gate is passed by leaving something out. */
class NeededFactsTest {

    /** Always there: the schema demands them, they are counted from lists, or they say themselves what is missing. */
    private static final Set<String> ALWAYS_STATED = Set.of(
            "enterprise.schedule",
            "enterprise.insuredCount",
            "enterprise.packs",
            "system.internetFacing",
            "system.importance",
            "system.filed",
            "wanted.item",
            "unstated.name",
            "assessment.held");

    /** What is missing of these is noticed by another fact: the level, the conclusion, the list of incidents. */
    private static final Set<String> SEEN_BY_OTHERS =
            Set.of("system.assessmentAgeDays", "system.oldScore", "incidents.openCount");

    private final Rulebook rulebook = Rulebooks.current();

    @Test
    void everyFactOfAGateIsNeededOrAlwaysStated() {
        List<String> needed =
                rulebook.questions().neededFacts().stream().map(NeededFact::id).toList();
        Set<String> open = new TreeSet<>();
        for (RuleSource rule : rulebook.rules()) {
            if (rule.area().equals("gates") && decides(rule)) {
                open.addAll(rule.factsRead());
            }
        }
        open.removeIf(fact -> isBareQuestion(fact) || needed.contains(fact));
        open.removeAll(ALWAYS_STATED);
        open.removeAll(SEEN_BY_OTHERS);
        assertThat(open).isEmpty();
    }

    @Test
    void everyNeededFactStandsInTheFactMatrix() {
        for (NeededFact fact : rulebook.questions().neededFacts()) {
            assertThat(rulebook.table(FactMatrix.PATH).findById(fact.id()))
                    .as(fact.id())
                    .isNotNull();
            assertThat(fact.source()).as(fact.id()).isNotBlank();
        }
    }

    /** Who asks a question asks for its figure: leaving it out must not be better than stating a bad one. */
    @Test
    void aFigureIsNeededInTheFormsThatAskItsQuestion() {
        for (NeededFact fact : rulebook.questions().neededFacts()) {
            Question question = rulebook.questions().find(fact.id());
            if (question != null) {
                assertThat(fact.shortForm()).as(fact.id()).isEqualTo(question.shortForm());
            }
        }
    }

    private boolean isBareQuestion(String fact) {
        Question question = rulebook.questions().find(fact);
        return question != null && question.kind() == ValueKind.NONE;
    }

    /** A load costs through the score only, and a pending rule waits for the state, not for a figure. */
    private boolean decides(RuleSource rule) {
        return !rule.action().contains("PendingHit")
                && !rulebook.table("rules/gates/gates.csv")
                        .loadById(rule.id())
                        .text("effect")
                        .equals("LOAD");
    }
}
