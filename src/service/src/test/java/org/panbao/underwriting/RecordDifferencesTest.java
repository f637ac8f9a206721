package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.panbao.underwriting.Replay.Difference;

class RecordDifferencesTest {

    private final RecordDifferences differences = new RecordDifferences();

    @Test
    void aMemberThatTheFormGainedLaterIsNotCompared() {
        compare("{\"fired\":[{\"rule\":\"A\"}]}", "{\"fired\":[{\"rule\":\"A\",\"facts\":[]}],\"more\":\"1\"}");
        differences.compareKept("/overrides", RecordJson.parse("{}").path("overrides"), RecordJson.parse("[]"));

        assertThat(differences.isEmpty()).isTrue();
    }

    @Test
    void aMemberThatIsNoLongerWorkedOutIsADifference() {
        compare("{\"a\":{\"b\":\"1\"}}", "{\"a\":{}}");

        assertThat(differences.list()).containsExactly(new Difference("/x/a/b", "\"1\"", null));
    }

    @Test
    void anItemMoreOrLessIsADifference() {
        compare("[\"1\"]", "[\"1\",\"2\"]");

        assertThat(differences.list()).containsExactly(new Difference("/x/1", null, "\"2\""));
    }

    @Test
    void nothingIsNotTheSameAsAValue() {
        compare("{\"a\":null}", "{\"a\":\"1\"}");

        assertThat(differences.list()).containsExactly(new Difference("/x/a", "null", "\"1\""));
    }

    private void compare(String stored, String replayed) {
        differences.compareKept("/x", RecordJson.parse(stored), RecordJson.parse(replayed));
    }
}
