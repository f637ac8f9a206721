package org.panbao.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.panbao.access.GrantPurpose;
import org.panbao.access.PlanGrant;
import org.panbao.storage.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grants of plans. Nothing is removed: a revoked grant stays as a record of who could see what, and until when. */
@Component
public class PlanGrantStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanGrantStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(PlanGrant grant) {
        jdbc.sql("""
                        insert into plan_grant (id, organisation_id, plan_id, grantee_organisation_id, purpose, valid_to,
                            granted_by, granted_at)
                        values (:id, :organisation, :plan, :grantee, :purpose, :validTo, :grantedBy, :grantedAt)""")
                .param("id", grant.id())
                .param("organisation", grant.organisationId())
                .param("plan", grant.planId())
                .param("grantee", grant.granteeOrganisationId())
                .param("purpose", grant.purpose().name())
                .param("validTo", Timestamp.from(grant.validTo()))
                .param("grantedBy", grant.grantedBy())
                .param("grantedAt", Timestamp.from(grant.grantedAt()))
                .update();
    }

    /** The grant in force that is {@code wanted}, but for its id and when it was given. */
    public Optional<PlanGrant> findSame(PlanGrant wanted) {
        return jdbc.sql("""
                        select * from plan_grant
                        where organisation_id = :owner and plan_id = :plan and grantee_organisation_id = :grantee
                          and purpose = :purpose and valid_to = :validTo and revoked_at is null
                        order by granted_at limit 1""")
                .param("owner", wanted.organisationId())
                .param("plan", wanted.planId())
                .param("grantee", wanted.granteeOrganisationId())
                .param("purpose", wanted.purpose().name())
                .param("validTo", Timestamp.from(wanted.validTo()))
                .query((row, number) -> grant(row))
                .optional();
    }

    /** All grants of a plan given by its owner, also ended ones, sorted by id, one row more than the page shows. */
    public List<PlanGrant> list(UUID owner, UUID planId, PageRequest page) {
        return jdbc.sql("""
                        select * from plan_grant
                        where organisation_id = :owner and plan_id = :plan and id::text > :after
                        order by id::text limit :fetch""")
                .param("owner", owner)
                .param("plan", planId)
                .param("after", page.afterText())
                .param("fetch", page.fetch())
                .query((row, number) -> grant(row))
                .list();
    }

    /** Grants to an organisation that are in force, newest first, one row more than the page shows. */
    public List<PlanGrant> listReceived(UUID grantee, PageRequest page) {
        boolean first = page.after().isEmpty();
        return jdbc.sql("""
                        select * from plan_grant
                        where grantee_organisation_id = :grantee and revoked_at is null and valid_to > :now
                          and (:before::timestamptz is null
                               or (granted_at, id) < (:before::timestamptz, :beforeId::uuid))
                        order by granted_at desc, id desc limit :fetch""")
                .param("grantee", grantee)
                .param("now", Timestamp.from(clock.instant()))
                .param("before", first ? null : Timestamp.from(page.afterInstant(0)))
                .param("beforeId", first ? null : page.afterId(1))
                .param("fetch", page.fetch())
                .query((row, number) -> grant(row))
                .list();
    }

    /** Ends a grant now; false when there is no such grant in force. */
    public boolean revoke(UUID owner, UUID planId, UUID id, String actor) {
        return jdbc.sql("""
                        update plan_grant set revoked_at = :now, revoked_by = :actor
                        where organisation_id = :owner and plan_id = :plan and id = :id and revoked_at is null""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("actor", actor)
                        .param("owner", owner)
                        .param("plan", planId)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static PlanGrant grant(ResultSet row) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new PlanGrant(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getObject("grantee_organisation_id", UUID.class),
                GrantPurpose.valueOf(row.getString("purpose")),
                row.getTimestamp("valid_to").toInstant(),
                row.getString("granted_by"),
                row.getTimestamp("granted_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
