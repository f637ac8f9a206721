package org.panbao.jobs.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.panbao.base.Language;
import org.panbao.jobs.JobSettings;
import org.panbao.jobs.store.JobItemStore;
import org.panbao.storage.TemporaryFiles;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.PanbaoServer;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Test
    void allErrorsComeFirstAndOnlyWarningsAreBounded() {
        UUID job = UUID.randomUUID();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        inOrganisation(() -> {
            insertJob(job);
            insertItem(job, 0, "WARNING", "WARNING", "INFO");
            insertItem(job, 1, "WARNING", "ERROR");
            insertItem(job, 2, "ERROR", "ERROR");
            file(2).write(job, Language.EN, bytes);
        });

        assertThat(bytes.toString(StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.replaceAll("^\"(.*?)\".*\"(ERROR|WARNING)\",\"(.*?)\".*$", "$1 $2 $3")))
                .containsExactly(
                        "i1 ERROR c1",
                        "i2 ERROR c0",
                        "i2 ERROR c1",
                        "i0 WARNING c0",
                        "i0 WARNING c1",
                        " WARNING more-findings");
    }

    @Test
    void asManyWarningsAsMayBeAreAllThereAre() {
        UUID job = UUID.randomUUID();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        inOrganisation(() -> {
            insertJob(job);
            insertItem(job, 0, "WARNING", "WARNING");
            file(2).write(job, Language.EN, bytes);
        });

        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("more-findings");
    }

    private static ErrorFile file(int warnings) {
        Duration any = Duration.ofSeconds(1);
        return new ErrorFile(
                SERVER.bean(JobItemStore.class),
                new JobSettings(1, any, any, 1, 1, any, warnings),
                SERVER.bean(TemporaryFiles.class));
    }

    private static void insertJob(UUID job) {
        SERVER.bean(JdbcClient.class).sql("""
                        insert into job (id, organisation_id, kind, parameters, state, created_at, created_by, role, ended_at)
                        values (:id, current_organisation(), 'made-up', '{}', 'DONE', now(), 'test', 'insurer', now())""").param("id", job).update();
    }

    private static void insertItem(UUID job, int position, String... severities) {
        String findings = IntStream.range(0, severities.length)
                .mapToObj(i -> "{\"file\":\"\",\"row\":0,\"column\":\"\",\"severity\":\"" + severities[i]
                        + "\",\"code\":\"c" + i + "\",\"message\":{\"zh\":\"m\",\"en\":\"m\"},\"pointer\":null}")
                .collect(Collectors.joining(",", "[", "]"));
        SERVER.bean(JdbcClient.class)
                .sql("""
                        insert into job_item (job_id, position, organisation_id, key, accepted, result, findings)
                        values (:job, :position, current_organisation(), :key, false, '{}', :findings::jsonb)""")
                .param("job", job)
                .param("position", position)
                .param("key", "i" + position)
                .param("findings", findings)
                .update();
    }

    private static boolean write(OutputStream output) {
        inOrganisation(() -> SERVER.bean(ErrorFile.class).write(UUID.randomUUID(), Language.ZH, output));
        return true;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inOrganisation(Work work) {
        UUID organisation = UUID.fromString(SERVER.organisationId("demo-insurer-1"));
        SERVER.bean(TenantTransactions.class).inOrganisation(organisation, () -> {
            try {
                work.run();
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
