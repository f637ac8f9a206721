package org.panbao.access.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.panbao.access.Role;
import org.panbao.access.RoleMatrix;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds the row of the role × call matrix that a request falls under; the most specific path wins, as in Spring MVC. */
final class CallMatcher {

    private final List<Call> calls;

    CallMatcher(RoleMatrix matrix) {
        PathPatternParser parser = new PathPatternParser();
        calls = matrix.rows().stream()
                .map(row -> new Call(row.method(), parser.parse(row.path()), row.roles()))
                .sorted(Comparator.comparing(Call::path, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
    }

    private record Call(String method, PathPattern path, Set<Role> roles) {}

    /** Roles that may make this call; empty when the matrix does not know it. */
    Optional<Set<Role>> roles(HttpServletRequest request) {
        String method = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
        return matching(request).stream()
                .filter(call -> call.method().equals(method))
                .map(Call::roles)
                .findFirst();
    }

    /** Methods that the matrix knows at this place, sorted; empty when there is no such place. */
    Set<String> methods(HttpServletRequest request) {
        Set<String> methods = new TreeSet<>();
        matching(request).forEach(call -> methods.add(call.method()));
        return methods;
    }

    private List<Call> matching(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return calls.stream().filter(call -> call.path().matches(path)).toList();
    }
}
