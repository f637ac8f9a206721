package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/** Every field of a plan is a fact of the matrix, or the release says why it is none. */
class PlanFactsTest {

    private final Rulebook rulebook = Rulebooks.current();

    @Test
    void holdsForTheRelease() {
        assertThat(PlanFacts.of(rulebook).faults(rulebook)).isEmpty();
    }

    @Test
    void refusesAFieldThatIsNotNamed() {
        assertThat(faultsWith("insureds.nature,", "insureds.natures,"))
                .containsExactly("insureds.nature is missing", "insureds.natures is no field of a plan");
    }

    @Test
    void refusesAFieldWithoutFactAndReason() {
        assertThat(faultsWith("insureds.region,enterprise.regions,", "insureds.region,,"))
                .containsExactly("insureds.region gives neither a fact nor a reason");
    }

    @Test
    void refusesAnUnknownFact() {
        assertThat(faultsWith("enterprise.regions", "enterprise.climate"))
                .containsExactly("insureds.region names enterprise.climate, which is not in the fact matrix");
    }

    /** As it would be if the industry of all were that of the insured with the largest revenue. */
    @Test
    void refusesAFieldWhoseFactsMoveTwoFiledRows() {
        assertThat(faultsWith(
                        "insureds.annualRevenueCny,enterprise.annualRevenueCny",
                        "insureds.annualRevenueCny,enterprise.industrySection|enterprise.annualRevenueCny"))
                .containsExactly("insureds.annualRevenueCny moves [sample-d:INDUSTRY, sample-d:REVENUE]");
    }

    private List<String> faultsWith(String find, String replacement) {
        TreeMap<String, byte[]> files = new TreeMap<>(Rulebooks.files().files());
        String text = Rulebooks.files().text(PlanFacts.PATH);
        assertThat(text).contains(find);
        files.put(PlanFacts.PATH, text.replace(find, replacement).getBytes(StandardCharsets.UTF_8));
        return new PlanFacts(CsvTable.read(new ReleaseFiles(files), PlanFacts.PATH)).faults(rulebook);
    }
}
