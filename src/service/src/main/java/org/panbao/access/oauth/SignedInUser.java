package org.panbao.access.oauth;

import java.util.UUID;
import org.panbao.access.Role;
import org.panbao.access.store.Identity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** A user of the login form, with organisation and role. */
public final class SignedInUser extends User {

    private static final long serialVersionUID = 1L;

    private final UUID organisationId;
    private final String organisationCode;
    private final Role role;

    SignedInUser(Identity user) {
        super(
                user.name(),
                user.secretHash(),
                AuthorityUtils.createAuthorityList("ROLE_" + user.role().name()));
        this.organisationId = user.organisationId();
        this.organisationCode = user.organisationCode();
        this.role = user.role();
    }

    public UUID organisationId() {
        return organisationId;
    }

    public String organisationCode() {
        return organisationCode;
    }

    public Role role() {
        return role;
    }
}
