package io.consumo.consumer.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** The consumer that runs, over its internal HTTP. */
record RunningConsumer(HttpClient http, String address, String secret) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** By the variables that the API finds it by, too. */
    static RunningConsumer found() {
        return new RunningConsumer(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(),
                variable("CONSUMO_CONSUMER_URL", "http://localhost:" + variable("CONSUMO_CONSUMER_PORT", "8003")),
                variable("CONSUMO_INTERNAL_SECRET", "consumo-demo-secret"));
    }

    private static String variable(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    <T> T get(String path, Class<T> type) throws IOException, InterruptedException {
        return answer(request(path).GET().build(), type);
    }

    <T> T post(String path, Object body, Class<T> type) throws IOException, InterruptedException {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                        .build(),
                type);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("X-Consumo-Secret", secret)
                .header("X-Consumo-By", "command line");
    }

    private <T> T answer(HttpRequest request, Class<T> type) throws IOException, InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = http.send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("no consumer answers at " + address + "; start it first", e);
        }
        if (answer.statusCode() >= 300) {
            throw new IOException(detail(answer));
        }
        return JsonMapper.shared().readValue(answer.body(), type);
    }

    private static String detail(HttpResponse<String> answer) {
        String body = answer.body();
        return body.startsWith("{")
                ? JsonMapper.shared().readTree(body).path("detail").asString(body)
                : "the consumer answered " + answer.statusCode();
    }
}
