package org.panbao.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.panbao.access.Role;
import org.panbao.access.RoleMatrix;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Adds to every call what follows from its shape: the problems it can answer with, its security, the roles that may
 * make it, and {@code Idempotency-Key} on POST.
 */
final class CommonAnswers implements OpenApiCustomizer {

    private static final String CALLS = "/api/v1/";

    private final RoleMatrix matrix;
    private final ProblemExamples examples;

    CommonAnswers(RoleMatrix matrix, ProblemExamples examples) {
        this.matrix = matrix;
        this.examples = examples;
    }

    @Override
    public void customise(OpenAPI description) {
        examples.schemas().forEach(description.getComponents()::addSchemas);
        examples.responses()
                .forEach((status, response) -> description.getComponents().addResponses(name(status), response));
        if (description.getPaths() != null) {
            description.getPaths().forEach((path, item) -> {
                if (path.startsWith(CALLS)) {
                    item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation));
                }
            });
        }
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfig.SECURITY_SCHEME));
        matrix.findRoles(method.name(), path).ifPresent(roles -> describeRoles(operation, roles));
        if (method == PathItem.HttpMethod.POST) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("Idempotency-Key")
                    .description("The same key with the same request gives the first answer again, for 24 hours")
                    .schema(new StringSchema().minLength(1).maxLength(200)));
        }
        for (int status : statuses(path, method, operation)) {
            operation
                    .getResponses()
                    .putIfAbsent(
                            Integer.toString(status), new ApiResponse().$ref("#/components/responses/" + name(status)));
        }
    }

    private static Set<Integer> statuses(String path, PathItem.HttpMethod method, Operation operation) {
        Set<Integer> statuses = new TreeSet<>(List.of(400, 401, 403, 405, 406, 409, 500, 503));
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(413, 415));
        }
        if (operation.getRequestBody() != null || operation.getParameters() != null) {
            statuses.add(422);
        }
        ifMatch(operation).ifPresent(parameter -> {
            statuses.add(412);
            if (Boolean.TRUE.equals(parameter.getRequired())) {
                statuses.add(428);
            }
        });
        if (method == PathItem.HttpMethod.GET) {
            statuses.remove(409);
        }
        return statuses;
    }

    private static Optional<Parameter> ifMatch(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).stream()
                .flatMap(List::stream)
                .filter(parameter -> "If-Match".equals(parameter.getName()))
                .findFirst();
    }

    private static void describeRoles(Operation operation, Set<Role> roles) {
        String names = String.join(", ", roles.stream().map(Role::slug).sorted().toList());
        String before = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(before + "Roles: " + names);
    }

    private static String name(int status) {
        return "Problem" + status;
    }
}
