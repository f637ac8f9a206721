package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.base.Text;
import org.panbao.underwriting.answer.QuoteBody.ReasonBody;

class ReasonLineTest {

    @Test
    void saysAReasonOnceWithEverySubject() {
        Text needed = new Text("需要", "needed");
        Text wanted = new Text("要求", "wanted");

        assertThat(ReasonLine.of(List.of(
                        new ReasonBody("A", "S1", needed),
                        new ReasonBody("B", "P01", wanted),
                        new ReasonBody("A", "S2", needed))))
                .containsExactly(
                        new ReasonLine("A", needed, List.of("S1", "S2")), new ReasonLine("B", wanted, List.of("P01")));
    }
}
