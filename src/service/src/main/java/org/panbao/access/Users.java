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
import org.panbao.access.store.OrganisationStore;
import org.panbao.access.store.UserStore;
import org.panbao.access.store.UserStore.UserRow;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Component;

/** People who sign in to the pages; asked by the operator, who alone sees those of others. */
@Component
public class Users {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{2,99}");
    private static final String KIND = "user";

    private final UserStore users;
    private final OrganisationStore organisations;
    private final Secrets secrets;
    private final AuditLog audit;

    Users(UserStore users, OrganisationStore organisations, Secrets secrets, AuditLog audit) {
        this.users = users;
        this.organisations = organisations;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** A user as listed. */
    public record User(UUID id, UUID organisationId, String username, String role, Instant createdAt) {}

    /** A user with the password that was made for him, which is shown this once and holds for one sign-in. */
    public record UserWithPassword(UUID id, UUID organisationId, String username, String role, String initialPassword) {

        @Override
        public String toString() {
            return "UserWithPassword[" + username + "]";
        }
    }

    /** Users who may sign in, by name; throws {@link Problem} INVALID_REQUEST on a limit or cursor that does not fit. */
    public Page<User> list(@Nullable Integer limit, @Nullable String cursor) {
        PageRequest page = PageRequest.of("users", 1, limit, cursor);
        return Page.of(users.list(page), page, row -> List.of(row.username()))
                .map(row -> new User(
                        row.id(),
                        row.organisationId(),
                        row.username(),
                        row.role().slug(),
                        row.createdAt()));
    }

    /**
     * Makes a user; throws {@link Problem} INVALID_REQUEST with everything that is wrong with it.
     *
     * @param organisationId null when the one that was asked for is not known
     * @param role name on the wire; one that organisations of this kind may have
     */
    public UserWithPassword add(@Nullable UUID organisationId, String role, String username) {
        Optional<Organisation> organisation =
                Optional.ofNullable(organisationId).flatMap(organisations::find);
        requireFit(organisation, role, username);
        String password = secrets.random();
        Identity made = new Identity(
                UUID.randomUUID(),
                organisation.orElseThrow().id(),
                organisation.orElseThrow().code(),
                username,
                secrets.hashGenerated(password),
                Role.parse(role),
                false);
        users.add(made);
        audit.append(
                "user.added",
                KIND,
                made.id().toString(),
                Map.of("organisationId", made.organisationId().toString(), "role", role));
        return new UserWithPassword(made.id(), made.organisationId(), made.name(), role, password);
    }

    private void requireFit(Optional<Organisation> organisation, String role, String username) {
        boolean allowed = organisation.isEmpty()
                || Role.find(role)
                        .filter(organisation.get().kind().roles()::contains)
                        .isPresent();
        boolean fit = NAME.matcher(username).matches();
        new Findings()
                .when(organisation.isEmpty(), "/organisationId", "user.unknown-organisation")
                .when(!allowed, "/role", "user.role-not-allowed")
                .when(!fit, "/username", "user.name-form")
                .when(fit && users.isNameTaken(username), "/username", "user.name-taken")
                .orThrow();
    }

    /**
     * Gives a user who forgot his password another one, which ends his sessions; throws {@link Problem} NOT_FOUND when
     * there is none with this id.
     */
    public UserWithPassword resetPassword(UUID id) {
        UserRow user = users.find(id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        String password = secrets.random();
        users.setPassword(id, secrets.hashGenerated(password), true);
        audit.append("user.password-reset", KIND, id.toString(), Map.of());
        return new UserWithPassword(
                id, user.organisationId(), user.username(), user.role().slug(), password);
    }

    /** Lets a user sign in no more, which ends his sessions; throws {@link Problem} NOT_FOUND when there is none. */
    public void disable(UUID id) {
        if (!users.disable(id)) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        audit.append("user.disabled", KIND, id.toString(), Map.of());
    }
}
