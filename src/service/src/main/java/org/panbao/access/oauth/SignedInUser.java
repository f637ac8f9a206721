package org.panbao.access.oauth;

import org.panbao.access.Caller;
import org.panbao.access.store.Identity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** A user of the login form, with organisation and role. */
public final class SignedInUser extends User {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    SignedInUser(Identity user) {
        super(
                user.name(),
                user.secretHash(),
                AuthorityUtils.createAuthorityList("ROLE_" + user.role().name()));
        this.caller = new Caller(user.organisationId(), user.organisationCode(), user.role(), user.name());
    }

    public Caller caller() {
        return caller;
    }
}
