package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;

class ProblemBodyTest {

    @Test
    void writesItsValuesInTheSameOrderInEveryProcess() {
        Problem problem = new Problem(
                ProblemCode.OFF_TABLE,
                Map.of("table", "t.csv", "row", "R1", "coefficient", "SIZE", "pointer", "/covers/DR", "key", "9"));

        ProblemBody body = ProblemBodies.standalone().of(problem, null, Locale.ENGLISH);

        assertThat(body.extensions().keySet()).containsExactly("coefficient", "key", "pointer", "row", "table");
    }
}
