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
 * make it, {@code Idempotency-Key} on POST; and its examples.
 */
final class CommonAnswers implements OpenApiCustomizer {

    private static final String CALLS = "/api/v1/";
    private static final Set<Integer> PUBLIC = Set.of(406, 500);

    private final RoleMatrix matrix;
    private final ProblemExamples problems;
    private final OperationExamples examples = new OperationExamples();

    CommonAnswers(RoleMatrix matrix, ProblemExamples problems) {
        this.matrix = matrix;
        this.problems = problems;
    }

    @Override
    public void customise(OpenAPI description) {
        problems.schemas().forEach(description.getComponents()::addSchemas);
        ResponseHeaders.components().forEach(description.getComponents()::addHeaders);
        problems.responses()
                .forEach((status, response) -> description.getComponents().addResponses(name(status), response));
        if (description.getPaths() != null) {
            description
                    .getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
        }
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        examples.describe(method + " " + path, operation);
        if (path.startsWith(CALLS)) {
            completeCall(path, method, operation);
        } else {
            operation.setSecurity(List.of());
            addProblems(operation, PUBLIC);
        }
    }

    private void completeCall(String path, PathItem.HttpMethod method, Operation operation) {
        operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfig.SECURITY_SCHEME));
        matrix.findRoles(method.name(), path).ifPresent(roles -> describeRoles(operation, roles));
        if (method == PathItem.HttpMethod.POST) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("Idempotency-Key")
                    .description("The same key with the same request gives the first answer again, for 24 hours")
                    .schema(new StringSchema().minLength(1).maxLength(200)));
            operation.getResponses().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    ResponseHeaders.add(answer, ResponseHeaders.IDEMPOTENCY_REPLAYED);
                }
            });
        }
        addProblems(operation, statuses(path, method, operation));
    }

    private static void addProblems(Operation operation, Set<Integer> statuses) {
        for (int status : statuses) {
            operation
                    .getResponses()
                    .putIfAbsent(
                            Integer.toString(status), new ApiResponse().$ref("#/components/responses/" + name(status)));
        }
    }

    private static Set<Integer> statuses(String path, PathItem.HttpMethod method, Operation operation) {
        Set<Integer> statuses = new TreeSet<>(List.of(400, 401, 403, 405, 406, 409, 422, 500, 503));
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(413, 415));
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
