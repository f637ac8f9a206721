package org.panbao.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panbao.access.oauth.Secrets;
import org.panbao.access.store.Identity;
import org.panbao.access.store.IdentityStore;
import org.panbao.access.store.OrganisationStore;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Component;

/** OAuth clients of the embedded authorization server; asked by the operator, who alone sees those of others. */
@Component
public class Clients {

    private static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{2,99}");

    private final IdentityStore identities;
    private final OrganisationStore organisations;
    private final Secrets secrets;
    private final AuditLog audit;

    Clients(IdentityStore identities, OrganisationStore organisations, Secrets secrets, AuditLog audit) {
        this.identities = identities;
        this.organisations = organisations;
        this.secrets = secrets;
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
        Optional<Organisation> organisation =
                Optional.ofNullable(organisationId).flatMap(organisations::find);
        requireFit(organisation, role, clientId);
        String secret = secrets.random();
        Identity made = new Identity(
                UUID.randomUUID(),
                organisation.orElseThrow().id(),
                organisation.orElseThrow().code(),
                clientId,
                secrets.hashGenerated(secret),
                Role.parse(role),
                false);
        identities.addClient(made);
        audit.append(
                "client.added",
                "client",
                made.id().toString(),
                Map.of("organisationId", made.organisationId().toString(), "role", role));
        return new ClientWithSecret(made.id(), made.organisationId(), made.name(), role, secret);
    }

    private void requireFit(Optional<Organisation> organisation, String role, String clientId) {
        boolean allowed = organisation.isEmpty()
                || Role.find(role)
                        .filter(organisation.get().kind().roles()::contains)
                        .isPresent();
        boolean fit = CLIENT_ID.matcher(clientId).matches();
        new Findings()
                .when(organisation.isEmpty(), "/organisationId", "client.unknown-organisation")
                .when(!allowed, "/role", "client.role-not-allowed")
                .when(!fit, "/clientId", "client.id-form")
                .when(fit && identities.isClientIdTaken(clientId), "/clientId", "client.id-taken")
                .orThrow();
    }

    /** Lets a client sign in no more; throws {@link Problem} NOT_FOUND when there is none with this id. */
    public void revoke(UUID id) {
        if (!identities.revokeClient(id)) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        audit.append("client.revoked", "client", id.toString(), Map.of());
    }
}
