package org.panbao.access.demo;

import java.util.List;
import java.util.UUID;

/** Content of {@code demo-credentials.json}. The names are fixed: walk-throughs and tests of others read them. */
record DemoCredentials(String tokenUrl, List<DemoClient> clients, List<DemoUser> users) {

    DemoCredentials {
        clients = List.copyOf(clients);
        users = List.copyOf(users);
    }

    record DemoClient(String role, String organisation, UUID organisationId, String clientId, String clientSecret) {}

    record DemoUser(String role, String organisation, UUID organisationId, String username, String password) {}

    @Override
    public String toString() {
        return "DemoCredentials";
    }
}
