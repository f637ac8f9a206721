package org.panbao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Where a request comes from, as far as the browser says so and it is one of our own pages. */
final class PageOrigin {

    private static final String START = "/app";

    private PageOrigin() {}

    /** Whether the form stood on a page of ours; no, when the browser does not say. */
    static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site"); // only over TLS and on the own machine
        if (site != null) {
            return site.equals("same-origin");
        }
        URI origin = address(request.getHeader(HttpHeaders.ORIGIN));
        return origin != null && isHere(origin, request);
    }

    /** The page that the reader looked at before, without its host; the start when it is not known or not one of ours. */
    static String before(HttpServletRequest request) {
        URI page = address(request.getHeader(HttpHeaders.REFERER));
        if (page == null || !isHere(page, request)) {
            return START;
        }
        String path = page.getRawPath();
        boolean own = path.equals(START) || path.startsWith(START + "/");
        boolean itself =
                path.equals(request.getRequestURI()) && request.getMethod().equals("GET");
        if (!own || itself) {
            return START;
        }
        return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
    }

    private static boolean isHere(URI address, HttpServletRequest request) {
        return address.getRawAuthority() != null
                && address.getRawAuthority().equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    }

    private static @Nullable URI address(@Nullable String header) {
        try {
            return header == null ? null : new URI(header);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
