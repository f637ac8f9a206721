package org.panbao.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

    @TempDir
    Path folder;

    @Test
    void takesTheFirstPlaceThatHasAProgram() throws Exception {
        Path program = program("chromium");

        assertThat(Chromium.find(Map.of(), folder.resolve("none").toString(), program.toString()))
                .contains(program);
        assertThat(Chromium.find(Map.of(), folder.resolve("none").toString())).isEmpty();
    }

    @Test
    void looksNowhereElseWhenAProgramIsNamed() throws Exception {
        Path program = program("chromium");
        Path named = program("named");

        assertThat(Chromium.find(Map.of("PANBAO_CHROMIUM", named.toString()), program.toString()))
                .contains(named);
        assertThat(Chromium.find(
                        Map.of("PANBAO_CHROMIUM", folder.resolve("none").toString()), program.toString()))
                .isEmpty();
    }

    @Test
    void isRequiredOnlyWhenTheEnvironmentSaysSo() {
        assertThat(Chromium.isRequired(Map.of())).isFalse();
        assertThat(Chromium.isRequired(Map.of("PANBAO_BROWSER", "required"))).isTrue();
    }

    private Path program(String name) throws Exception {
        Path file = Files.createFile(folder.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
