package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.rating.ScheduleFixtures.Schedule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The script re-computes a schedule from its record alone, and notices when an insured is changed or left out. */
class ScheduleRecordTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private static Schedule schedule() {
        return ScheduleFixtures.twoInsureds(Term.between(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 12, 31)), "50");
    }

    private static ObjectNode record(Schedule schedule) {
        return (ObjectNode) JSON.readTree(RecordFixtures.canonical(RecordFixtures.record(schedule.rate())));
    }

    private String verdict(ObjectNode record) throws IOException, InterruptedException {
        String json = RecordFixtures.json(JSON.convertValue(record, Map.class));
        return VerifyScript.check(folder, json).text();
    }

    private static ArrayNode insureds(ObjectNode record) {
        return (ArrayNode) record.path("result").path("insureds");
    }

    @Test
    void theScriptAgreesWithASchedule() throws Exception {
        assertThat(verdict(record(schedule()))).startsWith("OK");
    }

    @Test
    void theScriptAgreesWithAChoiceForOneInsured() throws Exception {
        assertThat(verdict(record(schedule().choice("RISK_MANAGEMENT#I1", "0.7"))))
                .startsWith("OK");
    }

    @Test
    void theScriptAgreesWithAScheduleThatIsOpen() throws Exception {
        assertThat(verdict(record(schedule().withoutStandingChoices()))).startsWith("OK");
    }

    @Test
    void aChangedPremiumOfOneInsuredIsNoticed() throws Exception {
        ObjectNode record = record(schedule());
        ((ObjectNode) insureds(record).get(1)).put("termPremium", "4373.99");

        assertThat(verdict(record)).contains("term premium of #I2 is 4373.99, computed 4374.00");
    }

    @Test
    void anInsuredThatIsLeftOutOfTheResultIsNoticed() throws Exception {
        ObjectNode record = record(schedule());
        insureds(record).remove(1);

        assertThat(verdict(record)).contains("not a complete rate-basis record");
    }

    @Test
    void aSumThatLacksAnInsuredIsNoticed() throws Exception {
        ObjectNode record = record(schedule());
        record.path("steps").forEach(step -> {
            if (step.path("register").asString().equals("term")) {
                ((ArrayNode) step.path("operands")).remove(1);
                ((ObjectNode) step).put("value", "8748.00");
            }
        });

        assertThat(verdict(record)).contains("term lacks an insured");
    }

    @Test
    void aTermOfOneInsuredThatDoesNotFitItsDatesIsNoticed() throws Exception {
        ObjectNode record = record(schedule());
        ((ObjectNode) insureds(record).get(1).path("term")).put("expiry", "2027-11-30");

        assertThat(verdict(record)).contains("days of the term").contains("months begun is 6, computed 5");
    }

    @Test
    void anEffectivenessThatWasNotReadIsNoticed() throws Exception {
        ObjectNode record = record(schedule());
        ((ObjectNode) insureds(record).get(0)).put("controlEffectivenessPercent", "81");

        assertThat(verdict(record)).contains("the control effectiveness of #I1 is 80");
    }

    /** Only what belongs to an insured names one. */
    @Test
    void aSingleRiskHasNoMemberOfASchedule() {
        RatingResult single = RatingFixtures.goldenA().rate("sample-a");

        assertThat(RecordFixtures.canonical(RecordFixtures.record(single)))
                .doesNotContain("\"insured\":")
                .doesNotContain("\"insureds\":");
        assertThat(RecordFixtures.canonical(RecordFixtures.record(schedule().rate())))
                .contains("\"insured\":")
                .contains("\"insureds\":");
    }
}
