package org.panbao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {

    @TempDir
    Path parent;

    @Test
    void whatAKilledProcessLeftIsRemovedAtTheStartFoldersToo() throws IOException {
        Path data = parent.resolve("data");
        try (DataDirectory directory = DataDirectory.open(data)) {
            TemporaryFiles files = new TemporaryFiles(directory);
            Path file = files.make("upload");
            Path folder = files.makeFolder("tables");
            Files.writeString(folder.resolve("plans.csv"), "plan");
            assertThat(file).hasParent(files.folder());
            assertThat(folder).hasParent(files.folder());

            new TemporaryFiles(directory);

            assertThat(data.resolve("tmp")).isEmptyDirectory();
        }
    }

    @Test
    void aFileThatCannotBeFilledIsRemoved() throws IOException {
        TemporaryFiles files = TemporaryFiles.in(parent);

        assertThatThrownBy(() -> files.make("export", file -> {
                    Files.writeString(file, "half");
                    throw new IOException("as planned");
                }))
                .hasMessage("as planned");

        assertThat(parent).isEmptyDirectory();
        assertThat(files.make("export", file -> Files.writeString(file, "whole")))
                .hasContent("whole");
    }

    @Test
    void aFolderIsForItsOwnerAlone() throws IOException {
        Path folder = TemporaryFiles.in(parent).makeFolder("tables");

        assertThat(folder).hasParent(parent);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }
}
