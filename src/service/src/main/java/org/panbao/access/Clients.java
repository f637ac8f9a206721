package org.panbao.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.NewIdentities.Naming;
import org.panbao.access.NewIdentities.Wanted;
import org.panbao.access.store.Identity;
import org.panbao.access.store.IdentityStore;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Component;

/** OAuth clients of the embedded authorization server; asked by the operator, who alone sees those of others. */
@Component
public class Clients {

    private static final Naming NAMING = new Naming("/clientId", "client.id-form", "client.id-taken");

    private final IdentityStore identities;
    private final NewIdentities newIdentities;
    private final AuditLog audit;

    Clients(IdentityStore identities, NewIdentities newIdentities, AuditLog audit) {
        this.identities = identities;
        this.newIdentities = newIdentities;
        this.audit = audit;
    }

    /** A client as it is listed. */
    public record Client(UUID id, UUID organisationId, String clientId, String role, Instant createdAt) {}

    /** A new client with its secret, which is shown this once. */
    public record ClientWithSecret(UUID id, UUID organisationId, String clientId, String role, String clientSecret) {

        @Override
        public String toString() {
            return "ClientWithSecret[" + clientId + "]";
        }
    }

    /** Clients that may sign in, by client id; throws {@link Problem} INVALID_REQUEST on a limit or cursor that does not fit. */
    public Page<Client> list(@Nullable Integer limit, @Nullable String cursor) {
        PageRequest page = PageRequest.of("clients", 1, limit, cursor);
        return Page.of(identities.listClients(page), page, row -> List.of(row.clientId()))
                .map(row -> new Client(
                        row.id(),
                        row.organisationId(),
                        row.clientId(),
                        row.role().slug(),
                        row.createdAt()));
    }

    /**
     * Makes a client; throws {@link Problem} INVALID_REQUEST with everything that is wrong with it.
     *
     * @param organisationId null when the one that was asked for is not known
     * @param role name on the wire; one that organisations of this kind may have
     */
    public ClientWithSecret add(@Nullable UUID organisationId, String role, String clientId) {
        NewIdentities.Made given =
                newIdentities.make(new Wanted(organisationId, role, clientId), NAMING, identities::isClientIdTaken);
        Identity made = given.identity();
        identities.addClient(made);
        audit.append(
                "client.added",
                "client",
                made.id().toString(),
                Map.of("organisationId", made.organisationId().toString(), "role", role));
        return new ClientWithSecret(made.id(), made.organisationId(), made.name(), role, given.secret());
    }

    /** Lets a client sign in no more; throws {@link Problem} NOT_FOUND when there is none with this id. */
    public void revoke(UUID id) {
        if (!identities.revokeClient(id)) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        audit.append("client.revoked", "client", id.toString(), Map.of());
    }
}
