package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.web.StepLine.FiledRow;
import org.panbao.web.StepLine.Key;
import tools.jackson.databind.json.JsonMapper;

class StepLineTest {

    @Test
    void writesTheFiledRowWithItsKeyAndOpenAndClosedEnds() {
        StepLine line = line("""
                {"number": "7", "subject": "RATIO", "cover": null, "register": "RATIO", "operator": "CLAMP",
                 "operands": [{"role": "value", "ref": "x", "value": "1.0"}], "value": "1.0", "after": null,
                 "hit": {"table": "ratio.csv", "row": "R-4", "key": [{"name": "ratio", "value": "0.8"}],
                         "keyRange": {"low": "0.8", "lowIncluded": true, "high": null, "highIncluded": false},
                         "values": {"low": "1.0", "lowIncluded": true, "high": "1.1", "highIncluded": false}}}
                """);

        assertThat(line.row())
                .isEqualTo(
                        new FiledRow("R-4", "ratio.csv", List.of(new Key("ratio", "0.8")), "[0.8, +∞)", "[1.0, 1.1)"));
        assertThat(line.operands()).containsExactly("value x = 1.0");
        assertThat(line.after()).isNull();
    }

    @Test
    void writesASingleValueAsItself() {
        StepLine line = line("""
                {"hit": {"table": "t.csv", "row": "R-1", "key": [], "keyRange": null,
                         "values": {"low": "0.9", "lowIncluded": true, "high": "0.9", "highIncluded": true}}}
                """);

        assertThat(line.row()).isEqualTo(new FiledRow("R-1", "t.csv", List.of(), null, "0.9"));
    }

    private static StepLine line(String step) {
        return StepLine.of(JsonMapper.shared().readTree("{\"steps\": [" + step + "]}"))
                .get(0);
    }
}
