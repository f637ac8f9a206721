package org.panbao.jobs.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What jobs work on, in pieces of a megabyte, so that no large file is ever whole in memory. */
@Repository
public class JobInputStore {

    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;

    JobInputStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the input of a job, in its transaction. */
    public void put(UUID jobId, UUID organisation, InputStream input) throws IOException {
        byte[] piece = input.readNBytes(PIECE);
        for (int part = 0; piece.length > 0; part++) {
            jdbc.sql(
                            "insert into job_input (job_id, part, organisation_id, bytes) values (:job, :part, :owner, :bytes)")
                    .param("job", jobId)
                    .param("part", part)
                    .param("owner", organisation)
                    .param("bytes", piece)
                    .update();
            piece = input.readNBytes(PIECE);
        }
    }

    /** Writes the input to a file. */
    public void copyTo(UUID jobId, Path file) throws IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            Optional<byte[]> piece = piece(jobId, 0);
            for (int part = 1; piece.isPresent(); part++) {
                output.write(piece.get());
                piece = piece(jobId, part);
            }
        }
    }

    /** Removes the input of a job, if it is still there. */
    public void remove(UUID jobId) {
        jdbc.sql("delete from job_input where job_id = :job")
                .param("job", jobId)
                .update();
    }

    private Optional<byte[]> piece(UUID jobId, int part) {
        return jdbc.sql("select bytes from job_input where job_id = :job and part = :part")
                .param("job", jobId)
                .param("part", part)
                .query(byte[].class)
                .optional();
    }
}
