package org.panbao.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.rulebook.RuleSource;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/** The column {@code of_whole} says of a risk rule what its conditions say: that it reads sums over insureds and nothing else. */
class WholeRulesTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    private static final Set<String> JOINT = Set.of("EnterpriseFact", "IncidentFact", "SecurityFact");

    private static final Pattern SUM = Pattern.compile(
            ".*\\b(annualRevenueCny|staffCount|personalRecordCount|sensitiveRecordCount|connectedVehicles|insuredCount"
                    + "|countThreeYears|lossThreeYearsCny) [<>].*|.*\\bschedule == .*|.*\\bindustrySection == .*");

    private static final Pattern OWN = Pattern.compile(".*\\b(packs|operationalTechnology)\\b.*");

    static Stream<RuleSource> rules() {
        return RULEBOOK.riskSources().stream()
                .filter(rule -> RULEBOOK.table("rules/gates/gates.csv").findById(rule.id()) != null
                        || RULEBOOK.table("rules/scoring/inherent.csv").findById(rule.id()) != null);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void areThoseThatReadSums(RuleSource rule) {
        List<String> constraints = rule.patterns().stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .toList();
        boolean joint = rule.patterns().stream().allMatch(pattern -> JOINT.contains(pattern.type()))
                && constraints.stream().anyMatch(text -> SUM.matcher(text).matches())
                && constraints.stream().noneMatch(text -> OWN.matcher(text).matches());
        boolean stated = Stream.of("rules/gates/gates.csv", "rules/scoring/inherent.csv")
                .anyMatch(path -> WholeRules.of(RULEBOOK.table(path)).contains(rule.id()));

        assertThat(stated).as(rule.id() + " " + constraints).isEqualTo(joint);
    }
}
