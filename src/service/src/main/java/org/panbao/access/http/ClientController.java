package org.panbao.access.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Role;
import org.panbao.access.oauth.Secrets;
import org.panbao.access.store.Identity;
import org.panbao.access.store.IdentityStore;
import org.panbao.access.store.Organisation;
import org.panbao.access.store.OrganisationStore;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.AnswerShownOnce;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** OAuth clients of the embedded authorization server. */
@RestController
@RequestMapping("/api/v1/clients")
@Tag(name = "clients")
final class ClientController {

    private static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{2,99}");

    private final IdentityStore identities;
    private final OrganisationStore organisations;
    private final Secrets secrets;
    private final AuditLog audit;

    ClientController(IdentityStore identities, OrganisationStore organisations, Secrets secrets, AuditLog audit) {
        this.identities = identities;
        this.organisations = organisations;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** A new client; its role must be one that organisations of this kind may have. */
    record NewClient(
            UUID organisationId,
            @Schema(example = "insurer") String role,
            String clientId) {}

    /** A client as it is listed. */
    record Client(UUID id, UUID organisationId, String clientId, String role, Instant createdAt) {}

    /** A new client with its secret, which is shown this once. */
    record ClientWithSecret(UUID id, UUID organisationId, String clientId, String role, String clientSecret) {

        @Override
        public String toString() {
            return "ClientWithSecret[" + clientId + "]";
        }
    }

    @Operation(summary = "Clients that may sign in, by client id")
    @GetMapping
    Page<Client> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        PageRequest page = PageRequest.of("clients", 1, limit, cursor);
        return Page.of(identities.listClients(page), page, row -> List.of(row.clientId()))
                .map(row -> new Client(
                        row.id(),
                        row.organisationId(),
                        row.clientId(),
                        row.role().slug(),
                        row.createdAt()));
    }

    @Operation(summary = "Make a client; its secret is in the answer and nowhere else")
    @ApiResponse(responseCode = "201", description = "Made")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ClientWithSecret add(@RequestBody NewClient wanted, HttpServletRequest request) {
        Optional<Organisation> organisation = organisations.find(wanted.organisationId());
        Optional<Role> role = Role.find(wanted.role());
        boolean allowed = organisation.isEmpty()
                || role.filter(organisation.get().kind().roles()::contains).isPresent();
        new Findings()
                .when(organisation.isEmpty(), "/organisationId", "client.unknown-organisation")
                .when(!allowed, "/role", "client.role-not-allowed")
                .when(!CLIENT_ID.matcher(wanted.clientId()).matches(), "/clientId", "client.id-form")
                .when(identities.isClientIdTaken(wanted.clientId()), "/clientId", "client.id-taken")
                .orThrow();
        String secret = secrets.random();
        Identity made = new Identity(
                UUID.randomUUID(),
                wanted.organisationId(),
                organisation.orElseThrow().code(),
                wanted.clientId(),
                secrets.hashGenerated(secret),
                role.orElseThrow(),
                false);
        identities.addClient(made);
        audit.append(
                "client.added",
                "client",
                made.id().toString(),
                Map.of(
                        "organisationId",
                        made.organisationId().toString(),
                        "role",
                        made.role().slug()));
        request.setAttribute(AnswerShownOnce.ATTRIBUTE, true);
        return new ClientWithSecret(
                made.id(), made.organisationId(), made.name(), made.role().slug(), secret);
    }

    @Operation(summary = "Let a client sign in no more; its last token ends within its lifetime")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        if (!identities.revokeClient(id)) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        audit.append("client.revoked", "client", id.toString(), Map.of());
    }
}
