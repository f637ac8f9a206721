package org.panbao.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.NewIdentities.Naming;
import org.panbao.access.NewIdentities.Wanted;
import org.panbao.access.oauth.Secrets;
import org.panbao.access.store.Identity;
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

    private static final Naming NAMING = new Naming("/username", "user.name-form", "user.name-taken");
    private static final String KIND = "user";

    private final UserStore users;
    private final NewIdentities identities;
    private final Secrets secrets;
    private final AuditLog audit;

    Users(UserStore users, NewIdentities identities, Secrets secrets, AuditLog audit) {
        this.users = users;
        this.identities = identities;
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
        NewIdentities.Made given =
                identities.make(new Wanted(organisationId, role, username), NAMING, users::isNameTaken);
        Identity made = given.identity();
        users.add(made);
        audit.append(
                "user.added",
                KIND,
                made.id().toString(),
                Map.of("organisationId", made.organisationId().toString(), "role", role));
        return new UserWithPassword(made.id(), made.organisationId(), made.name(), role, given.secret());
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
