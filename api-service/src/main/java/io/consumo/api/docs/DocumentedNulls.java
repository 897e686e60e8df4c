package io.consumo.api.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says in the OpenAPI document which fields may be null; all others are always there. */
@Component
@Order(0)
class DocumentedNulls implements OpenApiCustomizer {

    private static final String NULL = "null";

    private final SchemaNames names;

    DocumentedNulls(SchemaNames names) {
        this.names = names;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> names.classOf(name)
                .filter(Class::isRecord)
                .ifPresent(type -> describe(type.getRecordComponents(), schema)));
    }

    private static void describe(RecordComponent[] components, Schema<?> schema) {
        @SuppressWarnings("rawtypes") // As the library has it.
        Map<String, Schema> fields = schema.getProperties();
        for (RecordComponent component : components) {
            Schema<?> field = fields == null ? null : fields.get(component.getName());
            if (field == null) {
                continue;
            }
            describeValues(field, component.getAnnotatedType());
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                fields.put(component.getName(), orNull(field));
            } else if (schema.getRequired() == null || !schema.getRequired().contains(component.getName())) {
                schema.addRequiredItem(component.getName());
            }
        }
    }

    /** Those of a list or a map, however deep. */
    private static void describeValues(Schema<?> field, AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType generic)) {
            return;
        }
        AnnotatedType value = List.of(generic.getAnnotatedActualTypeArguments()).getLast();
        if (field.getItems() != null) {
            describeValues(field.getItems(), value);
            field.setItems(value.isAnnotationPresent(Nullable.class) ? orNull(field.getItems()) : field.getItems());
        } else if (field.getAdditionalProperties() instanceof Schema<?> values) {
            describeValues(values, value);
            field.setAdditionalProperties(value.isAnnotationPresent(Nullable.class) ? orNull(values) : values);
        }
    }

    private static Schema<?> orNull(Schema<?> field) {
        if (field.get$ref() != null) {
            return new Schema<>()
                    .anyOf(List.of(new Schema<>().$ref(field.get$ref()), new Schema<>().types(Set.of(NULL))));
        }
        field.addType(NULL);
        return field;
    }
}
