package io.consumo.api.docs;

import io.consumo.model.ReadingRules;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says in the OpenAPI document what the texts among the parameters can be; none of them is ever null. */
@Component
class DocumentedParameters implements OpenApiCustomizer {

    private static final int LONGEST_TEXT = 200;

    private static final Set<String> CLIENTS = Set.of("client", "clientId", "q");

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(DocumentedParameters::limit);
    }

    private static void limit(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        if (schema.getTypes() != null) {
            schema.getTypes().remove("null");
        }
        if (isFreeText(schema)) {
            boolean isClient = CLIENTS.contains(parameter.getName()) || "The client".equals(parameter.getDescription());
            schema.setMaxLength(isClient ? ReadingRules.MAXIMUM_ID_LENGTH : LONGEST_TEXT);
        }
    }

    private static boolean isFreeText(Schema<?> schema) {
        boolean isText = "string".equals(schema.getType())
                || (schema.getTypes() != null && schema.getTypes().contains("string"));
        return isText
                && schema.getFormat() == null
                && schema.getPattern() == null
                && schema.getEnum() == null
                && schema.getMaxLength() == null;
    }
}
