package org.panbao.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCountTest {

    @ParameterizedTest(name = "{0} counts {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "网络安全 | 4",
                "网络，安全。 | 6",
                "cyber insurance | 2",
                "部署EDR产品 | 5",
                "覆盖率为98.5%， | 6",
                "2026年3月 | 4",
                "e-mail网关 | 3",
                "‘引号’ | 4",
            })
    void countsAsAWordProcessorDoes(String text, int words) {
        assertThat(WordCount.of(text)).isEqualTo(words);
    }
}
