package org.panbao.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetFormulaTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)"})
    void beginsAFormula(String text) {
        assertThat(SpreadsheetFormula.begins(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1=1", "a@b.example", "'=1", "示例"})
    void beginsNone(String text) {
        assertThat(SpreadsheetFormula.begins(text)).isFalse();
    }
}
