package org.panbao.ratebasis.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.panbao.base.Sha256;
import org.panbao.ratebasis.RateBases;
import org.panbao.ratebasis.RateBasisSigner;
import org.panbao.ratebasis.SignedBy;
import org.panbao.ratebasis.StoredRateBasis;
import org.panbao.storage.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRateBases implements RateBases {

    private final JdbcClient jdbc;
    private final RateBasisSigner signer;

    JdbcRateBases(JdbcClient jdbc, RateBasisSigner signer) {
        this.jdbc = jdbc;
        this.signer = signer;
    }

    @Override
    public StoredRateBasis keep(UUID id, UUID quoteId, Object record) {
        String canonical = CanonicalJson.of(record);
        StoredRateBasis kept = new StoredRateBasis(
                id, quoteId, FORMAT_VERSION, canonical, Sha256.of(canonical), signer.sign(canonical));
        jdbc.sql("""
                insert into rate_basis (id, quote_id, organisation_id, format_version, record, sha256,
                                        signature_algorithm, signature_key_id, signature_public_key, signature)
                values (:id, :quoteId, current_organisation(), :formatVersion, :record, :sha256,
                        :algorithm, :keyId, :publicKey, :signature)
                """)
                .param("id", kept.id())
                .param("quoteId", quoteId)
                .param("formatVersion", kept.formatVersion())
                .param("record", canonical)
                .param("sha256", kept.sha256())
                .param("algorithm", kept.signature().algorithm())
                .param("keyId", kept.signature().keyId())
                .param("publicKey", kept.signature().publicKey())
                .param("signature", kept.signature().value())
                .update();
        return kept;
    }

    @Override
    public Optional<StoredRateBasis> findByQuote(UUID quoteId) {
        return jdbc.sql("select * from rate_basis where quote_id = :quoteId")
                .param("quoteId", quoteId)
                .query(JdbcRateBases::read)
                .optional();
    }

    private static StoredRateBasis read(ResultSet row, int number) throws SQLException {
        return new StoredRateBasis(
                row.getObject("id", UUID.class),
                row.getObject("quote_id", UUID.class),
                row.getString("format_version"),
                row.getString("record"),
                row.getString("sha256"),
                new SignedBy(
                        row.getString("signature_algorithm"),
                        row.getString("signature_key_id"),
                        row.getString("signature_public_key"),
                        row.getString("signature")));
    }
}
