package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.rulebook.RuleSource.Condition;

class DrlParserTest {

    private static final String RULE = """
            package rules.gates;

            rule "GAT-ABC-001 something is wrong"
                @source("proposal")
            when
                $a : AnswerFact( questionId == "Q-A", ( state == NO || value > 3 ) )
                not SystemFact( overseas == true )
            then
                insert(new GateHit("GAT-ABC-001", "Q-A"));
            end
            """;

    @Test
    void readsPatternsAndConstraints() {
        RuleSource rule = parse(RULE).get(0);
        assertThat(rule.patterns())
                .containsExactly(
                        new Condition(
                                false,
                                "$a",
                                "AnswerFact",
                                List.of("questionId == \"Q-A\"", "( state == NO || value > 3 )")),
                        new Condition(true, null, "SystemFact", List.of("overseas == true")));
        assertThat(rule.line()).isEqualTo(3);
        assertThat(rule.factsRead()).containsExactly("Q-A", "system.overseas");
    }

    @Test
    void refusesARuleWithoutSource() {
        assertThatThrownBy(() -> parse(RULE.replace("@source(\"proposal\")", "")))
                .isInstanceOf(RulebookException.class)
                .hasMessageStartingWith("rules/gates/x.drl:3:");
    }

    @Test
    void refusesTwoInserts() {
        assertThatThrownBy(() -> parse(RULE.replace("\"Q-A\"));", "\"Q-A\"));\n    insert(new GateHit(\"X\", \"\"));")))
                .hasMessageContaining("inserts one hit and nothing else");
    }

    @Test
    void refusesAPatternThatIsNotPlain() {
        assertThatThrownBy(() -> parse(RULE.replace("not SystemFact", "forall SystemFact")))
                .hasMessageContaining("not a plain pattern");
    }

    private static List<RuleSource> parse(String drl) {
        return DrlParser.parse("rules/gates/x.drl", drl.getBytes(StandardCharsets.UTF_8));
    }
}
