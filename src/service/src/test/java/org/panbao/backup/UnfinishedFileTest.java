package org.panbao.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedFileTest {

    @TempDir
    private Path folder;

    @Test
    void hasItsNameOnlyWhenItIsComplete() throws IOException {
        Path place = folder.resolve("backup.zip");
        try (UnfinishedFile file = UnfinishedFile.of(place)) {
            Files.writeString(file.path(), "whole");
            assertThat(place).doesNotExist();
            file.complete();
        }
        assertThat(place).hasContent("whole");
    }

    @Test
    void leavesAFileAloneThatTookItsNameMeanwhile() throws IOException {
        Path place = folder.resolve("backup.zip");
        try (UnfinishedFile file = UnfinishedFile.of(place)) {
            Files.writeString(file.path(), "ours");
            Files.writeString(place, "theirs");
            assertThatThrownBy(file::complete).isInstanceOf(BackupRefused.class);
        }
        assertThat(place).hasContent("theirs");
        assertThat(folder.toFile().list()).containsExactly("backup.zip");
    }
}
