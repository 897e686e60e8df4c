package io.consumo.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document as a list of operations. */
final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;

    Contract(JsonNode document) {
        this.document = document;
    }

    /** One parameter and where it stands: path, query or header. */
    record Input(String name, String in, String example, boolean required) {}

    /** What can be asked for. */
    record Operation(String method, String path, List<Input> inputs, List<String> bodyTypes, JsonNode bodySchema) {

        boolean hasBody() {
            return !bodyTypes.isEmpty();
        }

        boolean isOpen() {
            return path.equals("/api/v1/health");
        }

        boolean isEndless() {
            return path.endsWith("/stream");
        }

        boolean writes() {
            return !method.equals("GET");
        }

        List<Input> inputs(String in) {
            return inputs.stream().filter(input -> input.in().equals(in)).toList();
        }

        /** The path with these values, which are escaped already, and examples for the other parts. */
        String path(Map<String, String> values) {
            String filled = path;
            for (Input input : inputs("path")) {
                filled = filled.replace("{" + input.name() + "}", values.getOrDefault(input.name(), input.example()));
            }
            return filled;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.add(operation(method.toUpperCase(Locale.ROOT), path, operation));
                    }
                }));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode operation) {
        List<Input> inputs = stream(operation.path("parameters"))
                .map(parameter -> new Input(
                        parameter.get("name").asString(),
                        parameter.get("in").asString(),
                        parameter.path("example").asString("x"),
                        parameter.path("required").asBoolean(false)))
                .toList();
        JsonNode content = operation.path("requestBody").path("content");
        List<String> types = List.copyOf(content.propertyNames());
        JsonNode schema =
                types.isEmpty() ? content : content.get(types.getFirst()).path("schema");
        return new Operation(method, path, inputs, types, resolved(schema));
    }

    /** The schema itself, where there is a reference to one. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
