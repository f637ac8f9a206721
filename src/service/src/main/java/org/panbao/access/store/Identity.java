package org.panbao.access.store;

import java.util.UUID;
import org.panbao.access.Role;

/**
 * A client or user as signing in sees it.
 *
 * @param name client id or user name
 * @param secretHash hash of the secret or password, with the name of its method in braces
 */
public record Identity(
        UUID id,
        UUID organisationId,
        String organisationCode,
        String name,
        String secretHash,
        Role role,
        boolean demo) {

    @Override
    public String toString() {
        return "Identity[" + name + "]";
    }
}
