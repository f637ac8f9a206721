package org.panbao.access.oauth;

import org.panbao.access.Caller;
import org.panbao.access.store.Identity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** A user of the login form, with organisation and role. */
public final class SignedInUser extends User {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final String passwordHash;
    private final boolean passwordInitial;

    SignedInUser(Identity user, boolean passwordInitial) {
        super(
                user.name(),
                user.secretHash(),
                AuthorityUtils.createAuthorityList("ROLE_" + user.role().name()));
        this.passwordHash = user.secretHash();
        this.passwordInitial = passwordInitial;
        this.caller = new Caller(user.organisationId(), user.organisationCode(), user.role(), user.name());
    }

    public Caller caller() {
        return caller;
    }

    /** Whether the password was given to the user, who then has to change it before anything else. */
    public boolean isPasswordInitial() {
        return passwordInitial;
    }

    /** Whether {@code other} signed in with the same password. */
    public boolean hasPasswordOf(SignedInUser other) {
        return passwordHash.equals(other.passwordHash);
    }
}
