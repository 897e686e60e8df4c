package io.consumo.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service as a script would. */
@Lazy
@TestComponent
public class Http {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;

    Http(Environment environment) {
        server = "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** What came back; the body is null where there is none. */
    public record Answer(int status, HttpResponse<String> response) {

        public JsonNode json() {
            return MAPPER.readTree(response.body());
        }

        /** The entries of a page, or of a plain list. */
        public JsonNode content() {
            return json().isArray() ? json() : json().get("content");
        }

        /** The texts of one field of a page's or list's entries. */
        public List<String> each(String field) {
            return StreamSupport.stream(content().spliterator(), false)
                    .map(entry -> entry.get(field).asString())
                    .toList();
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    public static String basic(String user) {
        return basic(user, "consumo-demo");
    }

    public static String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    public URI address(String path) {
        return URI.create(server + path);
    }

    /** As a viewer. */
    public Answer get(String path, String... headers) {
        return send("GET", path, null, basic("viewer"), headers);
    }

    public Answer send(String method, String path, @Nullable String body, @Nullable String login, String... headers) {
        return sendBytes(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), login, headers);
    }

    public Answer sendBytes(
            String method, String path, byte @Nullable [] body, @Nullable String login, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (login != null) {
            request.header("Authorization", login);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
