package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemWriterTest {

    @Test
    void speaksChineseUnlessEnglishIsAskedFor() {
        assertThat(ProblemWriter.language(null)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(ProblemWriter.language("fr")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(ProblemWriter.language("zh-CN,en;q=0.8")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(ProblemWriter.language("en-GB,en;q=0.9,zh;q=0.5")).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void takesNonsenseForNoWish() {
        assertThat(ProblemWriter.language(";;;q=x")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }
}
