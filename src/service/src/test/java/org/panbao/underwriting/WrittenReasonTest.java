package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenReasonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \t\r\n", "\u00a0", "\u3000\u3000", "\u200b", "\u2060\u00ad\ufeff", "\u3164", "\u2800\ufe0f"
            })
    void whatShowsNothingIsNoReason(String typed) {
        assertThat(WrittenReason.of(typed)).isEmpty();
    }

    @Test
    void aLineEndIsOneCharacterHoweverItWasSent() {
        assertThat(WrittenReason.of("\u3000one\r\ntwo\rthree\n\u200b")).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void whatStandsInsideStays() {
        assertThat(WrittenReason.of(" 经理\u3000同意 ")).isEqualTo("经理\u3000同意");
    }
}
