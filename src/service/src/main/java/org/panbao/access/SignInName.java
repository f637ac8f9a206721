package org.panbao.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The user name of a sign-in that has to be sent again, kept in the session so that it need not be typed again. */
public final class SignInName {

    private static final String ATTRIBUTE = SignInName.class.getName();
    private static final int LONGEST = 100;

    private SignInName() {}

    /** Keeps the one that was sent. */
    public static void keep(HttpServletRequest request) {
        String name = request.getParameter("username");
        if (name != null && name.length() <= LONGEST) {
            request.getSession().setAttribute(ATTRIBUTE, name);
        }
    }

    /** The one that was kept, once; null when there is none. */
    public static @Nullable String take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String name)) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        return name;
    }
}
