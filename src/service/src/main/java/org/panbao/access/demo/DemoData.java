package org.panbao.access.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.panbao.access.Role;
import org.panbao.access.demo.DemoCredentials.DemoClient;
import org.panbao.access.demo.DemoCredentials.DemoUser;
import org.panbao.access.oauth.Secrets;
import org.panbao.access.store.Identity;
import org.panbao.access.store.IdentityStore;
import org.panbao.storage.DataDirectory;
import org.panbao.storage.TenantTransactions;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Demo organisations, one client and one user for each of their roles, and the file with their secrets. Every start
 * makes the database agree with the file, and writes the file after the database has committed: whatever a killed
 * start left behind, the credentials in the file work.
 */
final class DemoData {

    static final String FILE = "demo-credentials.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataDirectory data;
    private final TenantTransactions transactions;
    private final DemoOrganisations organisations;
    private final IdentityStore identities;
    private final Secrets secrets;

    DemoData(
            DataDirectory data,
            TenantTransactions transactions,
            DemoOrganisations organisations,
            IdentityStore identities,
            Secrets secrets) {
        this.data = data;
        this.transactions = transactions;
        this.organisations = organisations;
        this.identities = identities;
        this.secrets = secrets;
    }

    /** Runs when the port is known, because the file names the address of the token endpoint. */
    @EventListener
    void prepare(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() != null) {
            return; // the port of the management endpoints
        }
        Optional<DemoCredentials> kept = kept();
        String tokenUrl = "http://127.0.0.1:" + event.getWebServer().getPort() + "/oauth2/token";
        DemoCredentials credentials = transactions.asOperator(() -> ensure(tokenUrl, kept));
        if (kept.isEmpty() || !kept.get().equals(credentials)) {
            data.writeSecret(FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(credentials) + "\n");
        }
    }

    Path file() {
        return data.resolve(FILE);
    }

    private Optional<DemoCredentials> kept() {
        try {
            return data.read(FILE).map(text -> JSON.readValue(text, DemoCredentials.class));
        } catch (JacksonException e) {
            return Optional.empty(); // somebody edited it: all secrets are made anew
        }
    }

    private DemoCredentials ensure(String tokenUrl, Optional<DemoCredentials> kept) {
        List<DemoClient> clients = new ArrayList<>();
        List<DemoUser> users = new ArrayList<>();
        organisations.ensure().forEach((demo, organisation) -> {
            for (Role role : demo.roles()) {
                clients.add(client(demo, organisation, role, kept));
                users.add(user(demo, organisation, role, kept));
            }
        });
        return new DemoCredentials(tokenUrl, clients, users);
    }

    private DemoClient client(DemoOrganisation demo, UUID organisation, Role role, Optional<DemoCredentials> kept) {
        String clientId = demo.code() + "." + role.slug();
        String secret = kept.stream()
                .flatMap(credentials -> credentials.clients().stream())
                .filter(client -> client.clientId().equals(clientId))
                .map(DemoClient::clientSecret)
                .findFirst()
                .orElseGet(secrets::random);
        if (identities
                .findClient(clientId)
                .filter(known -> accepts(known, secret))
                .isEmpty()) {
            identities.putClient(identity(organisation, demo, clientId, secret, role));
        }
        return new DemoClient(role.slug(), demo.code(), organisation, clientId, secret);
    }

    private DemoUser user(DemoOrganisation demo, UUID organisation, Role role, Optional<DemoCredentials> kept) {
        String username = demo.code() + "." + role.slug();
        String password = kept.stream()
                .flatMap(credentials -> credentials.users().stream())
                .filter(user -> user.username().equals(username))
                .map(DemoUser::password)
                .findFirst()
                .orElseGet(secrets::random);
        if (identities
                .findUser(username)
                .filter(known -> accepts(known, password))
                .isEmpty()) {
            identities.putUser(identity(organisation, demo, username, password, role));
        }
        return new DemoUser(role.slug(), demo.code(), organisation, username, password);
    }

    private boolean accepts(Identity known, String secret) {
        return secrets.matches(secret, known.secretHash());
    }

    private Identity identity(UUID organisation, DemoOrganisation demo, String name, String secret, Role role) {
        return new Identity(
                UUID.randomUUID(), organisation, demo.code(), name, secrets.hashGenerated(secret), role, true);
    }
}
