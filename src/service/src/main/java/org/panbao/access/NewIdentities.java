package org.panbao.access;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panbao.access.oauth.Secrets;
import org.panbao.access.store.Identity;
import org.panbao.access.store.OrganisationStore;
import org.panbao.base.Problem;
import org.springframework.stereotype.Component;

/** What a new user and a new client have in common: an organisation that may have their role, a name, a secret. */
@Component
final class NewIdentities {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{2,99}");

    private final OrganisationStore organisations;
    private final Secrets secrets;

    NewIdentities(OrganisationStore organisations, Secrets secrets) {
        this.organisations = organisations;
        this.secrets = secrets;
    }

    /**
     * What is asked for.
     *
     * @param organisationId null when the one that was asked for is not known
     * @param role name on the wire; one that organisations of this kind may have
     */
    record Wanted(@Nullable UUID organisationId, String role, String name) {}

    /** How a name is spoken of: its place in a request, and the messages of one that is not fit or not free. */
    record Naming(String pointer, String form, String taken) {}

    /** Made, but not kept yet; the secret is kept by its hash alone. */
    record Made(Identity identity, String secret) {}

    /** Throws {@link Problem} INVALID_REQUEST with everything that is wrong with it. */
    Made make(Wanted wanted, Naming naming, Predicate<String> isTaken) {
        Optional<Organisation> organisation =
                Optional.ofNullable(wanted.organisationId()).flatMap(organisations::find);
        boolean allowed = organisation.isEmpty()
                || Role.find(wanted.role())
                        .filter(organisation.get().kind().roles()::contains)
                        .isPresent();
        boolean fit = NAME.matcher(wanted.name()).matches();
        new Findings()
                .when(organisation.isEmpty(), "/organisationId", "identity.unknown-organisation")
                .when(!allowed, "/role", "identity.role-not-allowed")
                .when(!fit, naming.pointer(), naming.form())
                .when(fit && isTaken.test(wanted.name()), naming.pointer(), naming.taken())
                .orThrow();
        String secret = secrets.random();
        Organisation owner = organisation.orElseThrow();
        return new Made(
                new Identity(
                        UUID.randomUUID(),
                        owner.id(),
                        owner.code(),
                        wanted.name(),
                        secrets.hashGenerated(secret),
                        Role.parse(wanted.role()),
                        false),
                secret);
    }
}
