package org.panbao.storage;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.panbao.base.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link ContentStore} in the table {@code content}, which the application can only read and add to. */
@Component
final class DatabaseContentStore implements ContentStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    DatabaseContentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String put(byte[] bytes, String mediaType) {
        String sha256 = Sha256.of(bytes);
        jdbc.sql("""
                        insert into content (sha256, bytes, media_type, stored_at)
                        values (:sha256, :bytes, :mediaType, :now) on conflict do nothing""")
                .param("sha256", sha256)
                .param("bytes", bytes)
                .param("mediaType", mediaType)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return sha256;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        Optional<byte[]> bytes = jdbc.sql("select bytes from content where sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, number) -> row.getBytes("bytes"))
                .optional();
        bytes.filter(found -> !Sha256.of(found).equals(sha256)).ifPresent(found -> {
            throw new IllegalStateException("stored bytes do not have their SHA-256 " + sha256);
        });
        return bytes;
    }
}
