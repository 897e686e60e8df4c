package io.consumo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

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
                        if (parameter.path("description").isMissingNode()) {
                            undescribed.add(method + " " + path + " " + parameter.get("name"));
                        }
                    });
                }));
        assertThat(undescribed).isEmpty();
        assertThat(document.get("components").get("securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("basic", "bearer");
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
                .containsExactlyInAnyOrder("200", "400", "401", "404", "503");
        assertThat(statuses(paths, "/api/v1/readings", "post"))
                .containsExactlyInAnyOrder("202", "400", "401", "403", "413", "503");
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
