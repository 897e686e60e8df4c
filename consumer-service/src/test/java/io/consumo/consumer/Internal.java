package io.consumo.consumer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running consumer as the API does. */
public record Internal(int port) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    public static Internal at(int port) {
        return new Internal(port);
    }

    /** What came back. */
    public record Answer(int status, String body) {

        public String detail() {
            return JSON.readTree(body).path("detail").asString("");
        }

        public <T> T as(Class<T> type) {
            return JSON.readValue(body, type);
        }
    }

    public <T> T get(String path, Class<T> type) {
        return get(path).as(type);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** @param body a record, or empty for none */
    public Answer post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-Consumo-By", "operator")
                .POST(
                        body.equals("")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Consumo-Secret", "consumo-demo-secret");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
