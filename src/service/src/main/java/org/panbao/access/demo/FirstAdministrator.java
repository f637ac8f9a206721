package org.panbao.access.demo;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Organisation;
import org.panbao.access.Role;
import org.panbao.access.oauth.Secrets;
import org.panbao.access.store.Identity;
import org.panbao.access.store.IdentityStore;
import org.panbao.access.store.OrganisationStore;
import org.panbao.startup.StartRefused;
import org.panbao.storage.DataDirectory;
import org.panbao.storage.TenantTransactions;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Without demo data: makes the operator's client {@code admin} from a secret given by configuration or environment
 * ({@code PANBAO_BOOTSTRAP_ADMIN_SECRET}). Everybody else is made by that client.
 */
final class FirstAdministrator implements SmartInitializingSingleton {

    private static final int MIN_SECRET_LENGTH = 24;
    private static final String CLIENT_ID = "admin";

    private final DataDirectory data;
    private final TenantTransactions transactions;
    private final OrganisationStore organisations;
    private final IdentityStore identities;
    private final Secrets secrets;
    private final @Nullable String adminSecret;

    FirstAdministrator(
            DataDirectory data,
            TenantTransactions transactions,
            OrganisationStore organisations,
            IdentityStore identities,
            Secrets secrets,
            @Nullable String adminSecret) {
        this.data = data;
        this.transactions = transactions;
        this.organisations = organisations;
        this.identities = identities;
        this.secrets = secrets;
        this.adminSecret = adminSecret;
    }

    @Override
    public void afterSingletonsInstantiated() {
        data.delete(DemoData.FILE); // its credentials do not sign in while the demo is off
        String secret = adminSecret;
        if (secret == null) {
            return;
        }
        if (secret.length() < MIN_SECRET_LENGTH) {
            throw new StartRefused("bootstrap-secret-weak", Map.of("length", Integer.toString(MIN_SECRET_LENGTH)));
        }
        transactions.asOperator(() -> ensureAdmin(secret));
    }

    /** Whether nobody can make clients: there is no administrator that may sign in. */
    boolean isMissing() {
        return !transactions.asOperator(() -> identities.hasClient(Role.ADMIN, false));
    }

    private boolean ensureAdmin(String secret) {
        Organisation operator = organisations.operator();
        Optional<Identity> known = identities.findClient(CLIENT_ID);
        if (known.filter(client -> secrets.matches(secret, client.secretHash())).isEmpty()) {
            identities.putClient(new Identity(
                    UUID.randomUUID(),
                    operator.id(),
                    operator.code(),
                    CLIENT_ID,
                    secrets.hashChosen(secret),
                    Role.ADMIN,
                    false));
        }
        return true;
    }
}
