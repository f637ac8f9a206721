package org.panbao.releases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.panbao.releases.ReleaseRecord;
import org.panbao.releases.ReleaseState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases belong to the operator and are readable by all. */
@Repository
public class JdbcReleaseStore {

    private final JdbcClient jdbc;

    public JdbcReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(ReleaseRecord release) {
        jdbc.sql("""
                insert into release (digest, id, version, effective_from, published_on, archive_sha256, state)
                values (:digest, :id, :version, :effectiveFrom, :publishedOn, :archive, :state)
                """)
                .param("digest", release.digest())
                .param("id", release.id())
                .param("version", release.version())
                .param("effectiveFrom", release.effectiveFrom())
                .param("publishedOn", release.publishedOn())
                .param("archive", release.archiveSha256())
                .param("state", release.state().name())
                .update();
    }

    public Optional<ReleaseRecord> find(String digest) {
        return jdbc.sql("select * from release where digest = :digest")
                .param("digest", digest)
                .query(JdbcReleaseStore::read)
                .optional();
    }

    /** Active releases, the one to prefer first: latest rating date served, then latest publication. */
    public List<ReleaseRecord> active() {
        return jdbc.sql("""
                select * from release where state = 'ACTIVE'
                order by effective_from desc, published_on desc, recorded_at desc
                """).query(JdbcReleaseStore::read).list();
    }

    private static ReleaseRecord read(ResultSet row, int number) throws SQLException {
        return new ReleaseRecord(
                row.getString("digest"),
                row.getString("id"),
                row.getString("version"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getString("archive_sha256"),
                ReleaseState.valueOf(row.getString("state")));
    }
}
