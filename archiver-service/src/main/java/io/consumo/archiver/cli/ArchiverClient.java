package io.consumo.archiver.cli;

import io.consumo.archiver.access.Caller;
import io.consumo.service.access.InternalSecret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the archiver's service.
 *
 * @param user on whose behalf; the audit holds it
 */
record ArchiverClient(String service, String secret, String user) {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofMinutes(10);
    private static final JsonMapper JSON = new JsonMapper();

    /** Finds the service as the other services do. */
    static ArchiverClient of(Map<String, String> environment) {
        String port = environment.getOrDefault("CONSUMO_ARCHIVER_PORT", "8002");
        return new ArchiverClient(
                environment.getOrDefault("CONSUMO_ARCHIVER_URL", "http://localhost:" + port),
                environment.getOrDefault("CONSUMO_INTERNAL_SECRET", "consumo-demo-secret"),
                "cli:" + System.getProperty("user.name"));
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    /**
     * The answer's JSON.
     *
     * @throws ArchiverRefused when the service answers with an error
     * @throws ArchiverUnreachable when it does not answer
     */
    String get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** As {@link #get}. */
    String post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** As {@link #get}, with what is asked for as JSON. */
    String post(String path, Object body) {
        return send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /** As {@link #get}. */
    void delete(String path) {
        String unused = send("DELETE", path, BodyPublishers.noBody());
    }

    private String send(String method, String path, BodyPublisher body) {
        HttpResponse<String> response = exchange(method, path, body);
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        throw new ArchiverRefused(response.uri().resolve("/"), response.statusCode(), detail(response.body()));
    }

    private HttpResponse<String> exchange(String method, String path, BodyPublisher body) {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(TO_CONNECT).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service).resolve(path))
                    .timeout(TO_ANSWER)
                    .method(method, body)
                    .header("Content-Type", "application/json")
                    .header(InternalSecret.HEADER, secret)
                    .header(Caller.HEADER, user.replaceAll("[^!-~]", "?"))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException e) {
            throw new ArchiverUnreachable(service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiverUnreachable(service, e);
        }
    }

    /** The sentence of a problem+json, else the body as it is. */
    private static String detail(String body) {
        try {
            return JSON.readTree(body).path("detail").asString(body);
        } catch (JacksonException e) {
            return body;
        }
    }
}
