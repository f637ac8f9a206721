package org.panbao.ratebasis.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.panbao.base.Sha256;
import org.panbao.ratebasis.RateBases;
import org.panbao.ratebasis.RateBasisSigner;
import org.panbao.ratebasis.Sealed;
import org.panbao.ratebasis.SignedBy;
import org.panbao.ratebasis.StoredRateBasis;
import org.panbao.storage.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rate bases and what was decided about them later. Row-level security limits every statement. */
@Repository
public class JdbcRateBases implements RateBases {

    private final JdbcClient jdbc;
    private final RateBasisSigner signer;

    public JdbcRateBases(JdbcClient jdbc, RateBasisSigner signer) {
        this.jdbc = jdbc;
        this.signer = signer;
    }

    @Override
    public StoredRateBasis keep(UUID id, UUID quoteId, Object record) {
        Sealed sealed = seal(record);
        withSeal(jdbc.sql("""
                insert into rate_basis (id, quote_id, organisation_id, format_version, record, sha256,
                                        signature_algorithm, signature_key_id, signature_public_key, signature)
                values (:id, :quoteId, current_organisation(), :formatVersion, :record, :sha256,
                        :algorithm, :keyId, :publicKey, :signature)
                """), sealed)
                .param("id", id)
                .param("quoteId", quoteId)
                .param("formatVersion", FORMAT_VERSION)
                .update();
        return new StoredRateBasis(id, quoteId, FORMAT_VERSION, sealed, List.of());
    }

    @Override
    public void keepDecision(UUID quoteId, int seq, Object record) {
        withSeal(jdbc.sql("""
                insert into rate_basis_decision (quote_id, seq, organisation_id, record, sha256,
                                                 signature_algorithm, signature_key_id, signature_public_key, signature)
                values (:quoteId, :seq, current_organisation(), :record, :sha256,
                        :algorithm, :keyId, :publicKey, :signature)
                """), seal(record))
                .param("quoteId", quoteId)
                .param("seq", seq)
                .update();
    }

    private Sealed seal(Object record) {
        String canonical = CanonicalJson.of(record);
        return new Sealed(canonical, Sha256.of(canonical), signer.sign(canonical));
    }

    private static JdbcClient.StatementSpec withSeal(JdbcClient.StatementSpec statement, Sealed sealed) {
        return statement
                .param("record", sealed.record())
                .param("sha256", sealed.sha256())
                .param("algorithm", sealed.signature().algorithm())
                .param("keyId", sealed.signature().keyId())
                .param("publicKey", sealed.signature().publicKey())
                .param("signature", sealed.signature().value());
    }

    @Override
    public Optional<StoredRateBasis> findByQuote(UUID quoteId) {
        return jdbc.sql("select * from rate_basis where quote_id = :quoteId")
                .param("quoteId", quoteId)
                .query((row, number) -> read(row, decisions(quoteId)))
                .optional();
    }

    private List<Sealed> decisions(UUID quoteId) {
        return jdbc.sql("select * from rate_basis_decision where quote_id = :quoteId order by seq")
                .param("quoteId", quoteId)
                .query((row, number) -> sealed(row))
                .list();
    }

    private static StoredRateBasis read(ResultSet row, List<Sealed> decisions) throws SQLException {
        return new StoredRateBasis(
                row.getObject("id", UUID.class),
                row.getObject("quote_id", UUID.class),
                row.getString("format_version"),
                sealed(row),
                decisions);
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(
                row.getString("record"),
                row.getString("sha256"),
                new SignedBy(
                        row.getString("signature_algorithm"),
                        row.getString("signature_key_id"),
                        row.getString("signature_public_key"),
                        row.getString("signature")));
    }
}
