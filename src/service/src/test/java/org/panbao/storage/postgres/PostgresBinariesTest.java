package org.panbao.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir
    Path folder;

    @Test
    void keepsProgramsRunnableAndLinksLinked() throws IOException {
        PostgresBinaries.unpack(archive("bin/program", 0755, "lib/link", "../bin/program"), folder);

        assertThat(Files.isExecutable(folder.resolve("bin/program"))).isTrue();
        assertThat(Files.isSymbolicLink(folder.resolve("lib/link"))).isTrue();
        assertThat(folder.resolve("lib/link")).hasContent("content");
    }

    @Test
    void refusesAnEntryOutsideItsFolder() {
        assertThatThrownBy(() -> PostgresBinaries.unpack(archive("../evil", 0644, null, null), folder))
                .hasMessageContaining("outside");
    }

    @Test
    void refusesALinkOutsideItsFolder() {
        assertThatThrownBy(() -> PostgresBinaries.unpack(archive("a", 0644, "lib/link", "../../../etc/passwd"), folder))
                .hasMessageContaining("outside");
    }

    @Test
    void hasTheVersionOfThePom() throws IOException {
        String pom = Files.readString(Path.of(System.getProperty("panbao.top"), "pom.xml"));

        assertThat(pom).contains("<postgres-binaries.version>" + PostgresBinaries.VERSION + "<");
    }

    private static InputStream archive(String file, int mode, String link, String target) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            byte[] content = "content".getBytes(StandardCharsets.US_ASCII);
            TarArchiveEntry entry = new TarArchiveEntry(file, true);
            entry.setMode(mode);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            if (link != null) {
                TarArchiveEntry symbolic = new TarArchiveEntry(link, TarConstants.LF_SYMLINK);
                symbolic.setLinkName(target);
                tar.putArchiveEntry(symbolic);
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
