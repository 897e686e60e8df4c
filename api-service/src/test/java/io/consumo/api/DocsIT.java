package io.consumo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@OnThrowawayStores
class DocsIT {

    @Autowired
    Http http;

    @Test
    void describesEveryPathWithEveryParameter() {
        JsonNode document = http.send("GET", "/openapi.json", null, null).json();

        assertThat(document.get("paths").propertyNames())
                .contains(
                        "/api/v1/health",
                        "/api/v1/overview",
                        "/api/v1/overview/load",
                        "/api/v1/pipeline",
                        "/api/v1/clients",
                        "/api/v1/clients/{id}",
                        "/api/v1/clients/{id}/daily",
                        "/api/v1/clients/{id}/hourly",
                        "/api/v1/clients/{id}/monthly",
                        "/api/v1/clients/{id}/anomalies",
                        "/api/v1/daily",
                        "/api/v1/monthly",
                        "/api/v1/anomalies",
                        "/api/v1/anomalies/{id}",
                        "/api/v1/readings",
                        "/api/v1/session");
        List<String> undescribed = new ArrayList<>();
        document.get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (operation.path("summary").isMissingNode()) {
                        undescribed.add(method + " " + path);
                    }
                    operation.path("parameters").forEach(parameter -> {
                        if (!isWhollyDescribed(parameter)) {
                            undescribed.add(method + " " + path + " " + parameter);
                        }
                    });
                }));
        assertThat(undescribed).isEmpty();
        assertThat(document.get("components").get("securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("basic", "bearer");
    }

    /** In words, with its range, and with what holds without it. */
    private static boolean isWhollyDescribed(JsonNode parameter) {
        String description = parameter.path("description").asString("");
        JsonNode schema = parameter.get("schema");
        JsonNode value = schema.path("items").isMissingNode() ? schema : schema.get("items");
        boolean hasRange = Stream.of("enum", "$ref", "pattern", "format", "maxLength", "maximum")
                        .anyMatch(value::has)
                || value.path("type").asString("").equals("boolean");
        boolean isBounded = !value.has("maximum") || value.has("minimum");
        boolean needsNothing =
                parameter.path("required").asBoolean(false) || schema.has("default") || description.contains("default");
        return !description.isBlank() && hasRange && isBounded && needsNothing;
    }

    @Test
    void namesOperationsForAGeneratedClient() {
        List<String> names = new ArrayList<>();
        http.send("GET", "/openapi.json", null, null)
                .json()
                .get("paths")
                .forEach(path -> path.forEach(
                        operation -> names.add(operation.get("operationId").asString())));

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+([A-Z][a-z]+)+"));
    }

    @Test
    void showsARealAnswerOfEachOperation() {
        JsonNode document = http.send("GET", "/openapi.json", null, null).json();
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        List<String> wrong = new ArrayList<>();
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    String name = operation.get("operationId").asString();
                    check(wrong, schemas, document, name + " asked", operation.path("requestBody"));
                    operation.get("responses").forEachEntry((status, answer) -> {
                        if (status.startsWith("2")) {
                            check(wrong, schemas, document, name + " " + status, answer);
                        }
                    });
                }));

        assertThat(wrong).isEmpty();
    }

    private static void check(
            List<String> wrong, SchemaRegistry schemas, JsonNode document, String what, JsonNode message) {
        JsonNode json = message.path("content").path("application/json");
        if (json.isMissingNode()) {
            return;
        }
        if (!json.has("example")) {
            wrong.add(what + " has no example");
            return;
        }
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.set("components", closed(document.get("components").deepCopy()));
        schema.setAll((ObjectNode) json.get("schema"));
        schemas.getSchema(schema)
                .validate(json.get("example"))
                .forEach(error -> wrong.add(what + ": " + error.getInstanceLocation() + " " + error.getMessage()));
    }

    /** With no other fields than those described, so that an example of yesterday's answers is found out. */
    private static JsonNode closed(JsonNode components) {
        components.get("schemas").forEach(schema -> {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return components;
    }

    @Test
    void describesEveryFieldOfEveryAnswer() {
        JsonNode document = http.send("GET", "/openapi.json", null, null).json();

        List<String> undescribed = new ArrayList<>();
        document.get("components").get("schemas").forEachEntry((name, schema) -> schema.path("properties")
                .forEachEntry((field, property) -> {
                    if (property.path("description").isMissingNode()) {
                        undescribed.add(name + "." + field);
                    }
                }));
        assertThat(undescribed).isEmpty();
    }

    @Test
    void saysHowARequestCanFail() {
        JsonNode paths = http.send("GET", "/openapi.json", null, null).json().get("paths");

        assertThat(statuses(paths, "/api/v1/clients/{id}/daily", "get"))
                .containsExactlyInAnyOrder("200", "400", "401", "404", "429", "503");
        assertThat(statuses(paths, "/api/v1/readings", "post"))
                .containsExactlyInAnyOrder("202", "400", "401", "403", "409", "413", "415", "422", "429", "503");
        assertThat(statuses(paths, "/api/v1/anomalies/{id}", "patch"))
                .containsExactlyInAnyOrder("200", "400", "401", "403", "404", "409", "412", "413", "415", "429", "503");
        assertThat(statuses(paths, "/api/v1/health", "get")).containsExactly("200");
        assertThat(paths.at("/~1api~1v1~1anomalies/get/parameters").toString()).contains("Accept-Language");
    }

    private static Collection<String> statuses(JsonNode paths, String path, String method) {
        return paths.get(path).get(method).get("responses").propertyNames();
    }

    @Test
    void leadsABrowserToTheDocs() {
        assertThat(http.send("GET", "/", null, null).header("Location")).endsWith("/docs");
    }
}
