package org.panbao.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.panbao.access.oauth.Secrets;
import org.panbao.access.store.Identity;
import org.panbao.access.store.IdentityStore;
import org.panbao.access.store.UserStore;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The password of the user who is signed in. A long one, and no rule about its characters (NIST SP 800-63B-4, 3.1.1.2).
 */
@Component
public class OwnPassword {

    /** Code of the finding at the old password, so that wrong ones are counted like wrong ones at the sign-in. */
    public static final String WRONG = "password-wrong";

    /** Attribute of a request in which a wrong password was told. */
    public static final String WRONG_ATTRIBUTE = OwnPassword.class.getName() + ".wrong";

    /** More bytes than this bcrypt does not read. */
    private static final int LONGEST_BYTES = 72;

    private final IdentityStore identities;
    private final UserStore users;
    private final Secrets secrets;
    private final CurrentCaller callers;
    private final AuditLog audit;
    private final int shortest;

    OwnPassword(
            IdentityStore identities,
            UserStore users,
            Secrets secrets,
            CurrentCaller callers,
            AuditLog audit,
            @Value("${panbao.passwords.shortest:15}") int shortest) {
        this.identities = identities;
        this.users = users;
        this.secrets = secrets;
        this.callers = callers;
        this.audit = audit;
        this.shortest = shortest;
    }

    /** How many characters a password must have. */
    public int shortest() {
        return shortest;
    }

    /** Whether the caller's password was given to him and has to be changed before anything else. */
    public boolean isInitial() {
        return users.isPasswordInitial(callers.require().actor());
    }

    /**
     * Changes it, which ends the caller's sessions. Throws {@link Problem} INVALID_REQUEST with everything that is
     * wrong with it.
     *
     * @param repeated the new one once more, as people mistype what they cannot see
     */
    public void change(String old, String changed, String repeated) {
        String name = callers.require().actor();
        Identity user = identities.findUser(name).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        int characters = changed.codePointCount(0, changed.length());
        boolean ownName = changed.toLowerCase(Locale.ROOT).contains(name);
        new Findings()
                .when(!secrets.matches(old, user.secretHash()), "/oldPassword", "user." + WRONG)
                .when(
                        characters < shortest,
                        "/newPassword",
                        "user.password-short",
                        Map.of("characters", Integer.toString(shortest)))
                .when(
                        changed.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES,
                        "/newPassword",
                        "user.password-long",
                        Map.of("bytes", Integer.toString(LONGEST_BYTES)))
                .when(ownName, "/newPassword", "user.password-name")
                .when(changed.equals(old), "/newPassword", "user.password-same")
                .when(!changed.equals(repeated), "/repeated", "user.password-repeated")
                .orThrow();
        users.setPassword(user.id(), secrets.hashChosen(changed), false);
        audit.append("user.password-changed", "user", user.id().toString(), Map.of());
    }
}
