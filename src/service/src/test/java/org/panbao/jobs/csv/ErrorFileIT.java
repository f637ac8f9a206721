package org.panbao.jobs.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.base.Language;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.PanbaoServer;

class ErrorFileIT {

    private static final PanbaoServer SERVER = PanbaoServer.shared();

    @Test
    void isRefusedWhenItCannotBeWrittenAndNeverCutShort() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> write(full)).hasRootCauseMessage("no space left");
        assertThat(write(OutputStream.nullOutputStream())).isTrue();
    }

    private static boolean write(OutputStream output) {
        UUID organisation = UUID.fromString(SERVER.organisationId("demo-insurer-1"));
        return SERVER.bean(TenantTransactions.class).inOrganisation(organisation, () -> {
            try {
                SERVER.bean(ErrorFile.class).write(UUID.randomUUID(), Language.ZH, output);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
