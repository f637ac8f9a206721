package org.panbao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.startup.StartRefused;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            assertThat(mode(data.root())).isEqualTo("rwx------");
        }
    }

    @Test
    void isRefusedToASecondUserUntilTheFirstIsDone() {
        Path folder = parent.resolve("data");
        DataDirectory first = DataDirectory.open(folder);

        assertThatThrownBy(() -> DataDirectory.open(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("data-directory-in-use");

        first.close();
        DataDirectory.open(folder).close();
    }

    @Test
    void keepsSecretsForItsOwnerAlone() throws IOException {
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            Path file = data.writeSecret("keys/one", "first");
            data.writeSecret("keys/one", "second");

            assertThat(mode(file)).isEqualTo("rw-------");
            assertThat(data.read("keys/one")).hasValue("second");
            try (var files = Files.list(data.resolve("keys"))) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    @Test
    void isRefusedWhereNoFolderCanBe() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("data-directory-unusable");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
