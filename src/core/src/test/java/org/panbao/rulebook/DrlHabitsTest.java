package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.panbao.base.Text;

/** What DRL files may not say, and what every rule must bring along. */
class DrlHabitsTest {

    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(salience|modify|update|delete|retract|global|eval|date-effective|date-expires|no-loop|agenda-group"
                    + "|ruleflow-group|activation-group|function|query|declare|dialect|accumulate|from|exists)\\b");
    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("//[^\n]*|\"[^\"\n]*\"|^import [^\n]*$", Pattern.MULTILINE);
    private static final Map<String, String> AREAS =
            Map.of("gates", "GAT", "scoring", "SCO", "coverage", "COV", "rating", "RAT");
    private static final Map<String, String> TABLES = Map.of(
            "GateHit", "rules/gates/gates.csv",
            "InherentHit", "rules/scoring/inherent.csv",
            "CriticalGapHit", "rules/scoring/critical-gaps.csv",
            "EffectivenessCapHit", "rules/rating/caps.csv",
            "CoverHit", "rules/coverage/advice.csv");

    private final Rulebook rulebook = Rulebooks.current();

    @Test
    void filesUseNoForbiddenWord() {
        Rulebooks.files().matching("rules/", ".drl").forEach((path, bytes) -> {
            String code = new String(bytes, StandardCharsets.UTF_8);
            assertThat(forbiddenWords(code)).as(path).isEmpty();
        });
    }

    @Test
    void forbiddenWordsAreFound() {
        assertThat(forbiddenWords("rule \"X\" salience 10 when eval( true ) then end"))
                .containsExactly("salience", "eval");
    }

    @Test
    void packageOfAFileIsItsFolder() {
        for (RuleSource rule : rulebook.rules()) {
            assertThat(rule.header()).startsWith("package rules." + rule.area() + ";");
        }
    }

    @Test
    void ruleIdBeginsWithItsAreaAndIsTheIdOfItsHit() {
        for (RuleSource rule : rulebook.rules()) {
            assertThat(rule.id()).startsWith(AREAS.get(rule.area()) + "-");
            assertThat(rule.action()).contains("Hit(\"" + rule.id() + "\", ");
        }
    }

    @Test
    void everyRuleHasAReasonInBothLanguages() {
        for (RuleSource rule : rulebook.rules()) {
            Text reason = rulebook.reason(rule.id());
            assertThat(reason.zh()).as(rule.id()).matches("(?s).*[\\u4e00-\\u9fff].*");
            assertThat(reason.en()).as(rule.id()).matches("\\p{ASCII}+");
        }
    }

    @Test
    void everyRuleHasItsRowAndEveryRowItsRule() {
        List<String> rows = new ArrayList<>();
        TABLES.values().forEach(path -> rulebook.table(path).rows().forEach(row -> rows.add(row.id())));
        List<String> rules = rulebook.rules().stream()
                .filter(rule -> !rule.action().contains("new PendingHit"))
                .map(RuleSource::id)
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(rules);
        for (RuleSource rule : rulebook.rules()) {
            TABLES.forEach((hit, path) -> {
                if (rule.action().contains("new " + hit + "(")) {
                    assertThat(rulebook.table(path).findById(rule.id()))
                            .as(rule.id())
                            .isNotNull();
                }
            });
        }
    }

    @Test
    void everyGateOnAQuestionHasItsPendingRule() {
        List<String> waited = new ArrayList<>();
        List<String> gated = new ArrayList<>();
        for (RuleSource rule : rulebook.rules()) {
            if (rule.action().contains("new PendingHit")) {
                waited.addAll(rule.factsRead());
            } else if (rule.area().equals("gates") && decides(rule.id())) {
                rule.factsRead().stream().filter(fact -> fact.startsWith("Q-")).forEach(gated::add);
            }
        }
        assertThat(waited).doesNotHaveDuplicates().containsAll(gated);
    }

    private boolean decides(String gateId) {
        return !rulebook.table("rules/gates/gates.csv")
                .loadById(gateId)
                .text("effect")
                .equals("LOAD");
    }

    private static List<String> forbiddenWords(String drl) {
        Matcher matcher = FORBIDDEN.matcher(COMMENT_OR_TEXT.matcher(drl).replaceAll(""));
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
