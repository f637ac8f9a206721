package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.panbao.profile.AssessmentFact;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.IncidentFact;
import org.panbao.profile.NeedFact;
import org.panbao.profile.SecurityFact;
import org.panbao.profile.SystemFact;
import org.panbao.profile.UnstatedFact;
import org.panbao.profile.WantedCoverFact;

class FactMatrixTest {

    private final Rulebook rulebook = Rulebooks.current();

    @Test
    void holdsForTheRelease() {
        assertThat(FactMatrix.of(rulebook).faults(rulebook.questions(), rulebook.products()))
                .isEmpty();
    }

    @Test
    void namesEveryComponentOfTheProfile() {
        Map<String, Class<?>> facts = Map.of(
                "enterprise", EnterpriseFact.class,
                "system", SystemFact.class,
                "incidents", IncidentFact.class,
                "need", NeedFact.class,
                "security", SecurityFact.class,
                "wanted", WantedCoverFact.class,
                "unstated", UnstatedFact.class,
                "assessment", AssessmentFact.class);
        CsvTable table = rulebook.table(FactMatrix.PATH);
        List<String> missing = new ArrayList<>();
        facts.forEach((name, type) -> {
            for (RecordComponent component : type.getRecordComponents()) {
                if (table.findById(name + "." + component.getName()) == null) {
                    missing.add(name + "." + component.getName());
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void refusesTwoFiledRowsOfOneProduct() {
        assertThat(faultsWith("sample-d:REVENUE", "sample-d:REVENUE|sample-d:INDUSTRY"))
                .singleElement()
                .asString()
                .startsWith("enterprise.annualRevenueCny moves two filed rows");
    }

    @Test
    void refusesARuleThatIsNotNamed() {
        assertThat(faultsWith("GAT-IDN-001|", "")).singleElement().asString().startsWith("Q-I1-VPN names the rules");
    }

    @Test
    void refusesACoefficientThatNoProductHas() {
        assertThat(faultsWith("sample-d:INDUSTRY", "sample-d:INDUSTRIES"))
                .singleElement()
                .asString()
                .isEqualTo(
                        "enterprise.industrySection names sample-d:INDUSTRIES, which is no coefficient of a product");
        assertThat(faultsWith("sample-d:INDUSTRY", "sample-z:INDUSTRY")).hasSize(1);
    }

    @Test
    void aTermOfTheContractMayMoveTwoRatios() {
        assertThat(FactMatrix.of(rulebook).filedRows("need.aggregateLimitCny"))
                .contains("sample-a:AGGREGATE_RATIO", "sample-a:EVENT_RATIO");
    }

    private List<String> faultsWith(String find, String replacement) {
        TreeMap<String, byte[]> files = new TreeMap<>(Rulebooks.files().files());
        String text = Rulebooks.files().text(FactMatrix.PATH);
        assertThat(text).contains(find);
        files.put(FactMatrix.PATH, text.replace(find, replacement).getBytes(StandardCharsets.UTF_8));
        CsvTable changed = CsvTable.read(new ReleaseFiles(files), FactMatrix.PATH);
        return FactMatrix.of(changed, rulebook.rules()).faults(rulebook.questions(), rulebook.products());
    }
}
