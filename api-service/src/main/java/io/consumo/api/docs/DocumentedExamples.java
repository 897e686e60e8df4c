package io.consumo.api.docs;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Shows in the OpenAPI document what was sent to, and answered by, a running system: the file {@code examples.json}. */
@Component
class DocumentedExamples implements OpenApiCustomizer {

    private static final String JSON = "application/json";

    private final Examples examples = read();

    /**
     * By operation.
     *
     * @param requests bodies
     * @param answers of success
     */
    private record Examples(Map<String, Object> requests, Map<String, Object> answers) {}

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(this::show);
    }

    private void show(Operation operation) {
        String name = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), examples.requests().get(name));
        }
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                show(answer.getContent(), examples.answers().get(name));
            }
        });
    }

    private static void show(@Nullable Content content, @Nullable Object example) {
        MediaType json = content == null ? null : content.get(JSON);
        if (json != null && example != null) {
            json.setExample(example);
        }
    }

    private static Examples read() {
        try (InputStream file = new ClassPathResource("examples.json").getInputStream()) {
            return Json31.mapper().readValue(file, Examples.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
