package org.panbao.storage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.storage.AnswerFile;
import org.springframework.mock.web.MockHttpServletResponse;

class BufferedResponseTest {

    private final MockHttpServletResponse sent = new MockHttpServletResponse();
    private final BufferedResponse buffered = new BufferedResponse(sent);

    @TempDir
    private Path folder;

    @Test
    void aFileIsSentFromTheDiskWithoutBeingHeldBack() throws IOException {
        buffered.send(file());

        assertThat(sent.getContentAsString()).isEqualTo("0123456789");
        assertThat(sent.getContentType()).isEqualTo("application/zip");
        assertThat(sent.getHeader("Content-Length")).isEqualTo("10");
        assertThat(sent.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"plans.zip\"");
        assertThat(buffered.getContentSize()).isZero();
    }

    @Test
    void aFailureIsSentInPlaceOfTheFile() throws IOException {
        buffered.setStatus(500);
        buffered.getOutputStream().print("problem");

        buffered.send(file());

        assertThat(sent.getStatus()).isEqualTo(500);
        assertThat(sent.getContentAsString()).isEqualTo("problem");
        assertThat(sent.getHeader("Content-Disposition")).isNull();
    }

    private AnswerFile file() throws IOException {
        return new AnswerFile(
                Files.writeString(folder.resolve("export.tmp"), "0123456789"), "application/zip", "plans.zip");
    }
}
