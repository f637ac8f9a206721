package org.panbao.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form that was not let through, so that it can be sent again from the page that says so. Only what a page of ours sent
 * is given back: what another site made up is not to be sent with one press of a button.
 *
 * @param action where it goes, without a host
 */
record SentForm(String action, List<Field> fields) {

    private static final String TOKEN = "_csrf";

    /** A password is not written into a page. */
    private static final Set<String> FORGOTTEN = Set.of("/app/password", "/login", "/logout");

    /** One value of one field. */
    record Field(String name, String value) {}

    SentForm {
        fields = List.copyOf(fields);
    }

    /** The form that a request brought before it was led to the refusal; null when it is not to be sent again. */
    static @Nullable SentForm of(HttpServletRequest request) {
        Object sentTo = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String type = String.valueOf(request.getContentType());
        if (!(sentTo instanceof String action)
                || !action.startsWith("/app/")
                || FORGOTTEN.contains(action)
                || !request.getMethod().equals("POST")
                || !type.startsWith("application/x-www-form-urlencoded")
                || !PageOrigin.isOwn(request)) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            for (String value : values) {
                if (!name.equals(TOKEN)) {
                    fields.add(new Field(name, value));
                }
            }
        });
        return new SentForm(action, fields);
    }
}
