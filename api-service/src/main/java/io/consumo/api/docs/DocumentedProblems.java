package io.consumo.api.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Says in the OpenAPI document how each operation can fail. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DocumentedProblems implements OpenApiCustomizer {

    private static final String NAME = "Problem";
    private static final String CHANGES_THE_ARCHIVE = "/api/v1/archive/(runs|verifications|restores|restores/\\{id})";

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addSchemas(NAME, problem());
        document.getPaths().forEach((path, item) -> {
            for (Operation operation : item.readOperations()) {
                add(path, item, operation);
            }
        });
    }

    private static void add(String path, PathItem item, Operation operation) {
        boolean isOpen =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (isOpen) {
            return;
        }
        add(operation, "401", "No login, or a wrong one");
        addWithPause(operation, "429", "Too many requests of this login, or too many failed ones");
        addWithPause(operation, "503", "A store or service does not answer; the problem names it");
        addParameterProblems(path, operation);
        addStateProblems(path, item, operation);
        if (!operation.equals(item.getGet())) {
            add(operation, "403", "The login may not do that");
        }
        if (operation.getRequestBody() != null) {
            add(operation, "400", "The body cannot be read; nothing of it was taken");
            add(operation, "413", "The body is too large; nothing of it was taken");
            add(operation, "415", "The body is of another kind than those listed");
        }
    }

    private static void addParameterProblems(String path, Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        if (parameters == null) {
            return;
        }
        add(operation, "400", "A parameter is wrong; the problem names it and what is allowed");
        if (path.contains("{id}") || path.endsWith("{day}")) {
            add(operation, "404", "There is none of this id or day");
        }
        if (parameters.stream().anyMatch(parameter -> "clientId".equals(parameter.getName()))) {
            add(operation, "404", "There is no such client");
        }
        if (parameters.stream().anyMatch(parameter -> DocumentedKeys.NAME.equals(parameter.getName()))) {
            add(operation, "409", "A request with this key is under way");
            add(operation, "422", "The key belongs to another request");
        }
    }

    private static void addStateProblems(String path, PathItem item, Operation operation) {
        if (path.startsWith("/api/v1/anomalies/{id}") && !operation.equals(item.getGet())) {
            add(operation, "409", "The case's state does not allow that; the problem tells what it allows");
        }
        if (path.endsWith("/rules/backtest")) {
            add(operation, "409", "Another backtest is running, or a request with this key is under way");
        }
        if (path.matches(CHANGES_THE_ARCHIVE) && !operation.equals(item.getGet())) {
            add(operation, "409", "The archive is being changed, or a request with this key is under way");
        }
        if (path.contains("{type}")) {
            add(operation, "404", "There is no such rule");
            add(operation, "412", "The rule has been changed since the version that was looked at");
        }
        if (operation.equals(item.getPatch())) {
            add(operation, "412", "There has been another decision since the version that was looked at");
        }
    }

    /** The server knows how long to wait. */
    private static void addWithPause(Operation operation, String status, String description) {
        Schema<?> seconds = new IntegerSchema().minimum(BigDecimal.ONE);
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        answer(description)
                                .addHeaderObject(
                                        HttpHeaders.RETRY_AFTER,
                                        new Header()
                                                .description("Seconds to wait")
                                                .schema(seconds)));
    }

    private static void add(Operation operation, String status, String description) {
        operation.getResponses().addApiResponse(status, answer(description));
    }

    private static ApiResponse answer(String description) {
        Schema<?> reference = new Schema<>().$ref(NAME);
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(reference)));
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().example("urn:consumo:problem:invalid-parameter"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema());
        problem.addProperty("field", new StringSchema());
        problem.addProperty("allowed", new ArraySchema().items(new StringSchema()));
        problem.addProperty("store", new StringSchema());
        problem.addProperty("traceId", new StringSchema());
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }
}
