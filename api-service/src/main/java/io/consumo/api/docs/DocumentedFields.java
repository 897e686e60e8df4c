package io.consumo.api.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says in the OpenAPI document what each field means, from the bundle {@code fields}; the model itself knows no web. */
@Component
class DocumentedFields implements OpenApiCustomizer {

    private final ResourceBundle texts = ResourceBundle.getBundle("fields");

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().getSchemas().forEach(this::describe);
    }

    private void describe(String name, Schema<?> schema) {
        Map<String, ?> fields = schema.getProperties();
        if (fields != null) {
            fields.forEach((field, property) -> ((Schema<?>) property).setDescription(text(name, field)));
        }
    }

    /** Of this field of this schema, else of the fields of that name. */
    private @Nullable String text(String schema, String field) {
        String own = schema + "." + field;
        try {
            return texts.getString(texts.containsKey(own) ? own : field);
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
