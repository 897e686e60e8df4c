package io.consumo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The installation's API, asked as its operator. */
final class ApiAccess {

    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final String address;
    private final String token;

    ApiAccess(Installed installed) throws IOException, InterruptedException {
        this.address = installed.get("CONSUMO_API_URL");
        this.token = token(installed.variables().getOrDefault("CONSUMO_OPERATOR_PASSWORD", "consumo-demo"));
    }

    private String token(String password) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString(("operator:" + password).getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/session"))
                .header("Authorization", "Basic " + login)
                .POST(BodyPublishers.noBody())
                .build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body())
                .path("token")
                .asString();
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return json.readTree(get(path, BodyHandlers.ofString()));
    }

    /** @throws IllegalStateException when it is not answered with 200 */
    <T> T get(String path, HttpResponse.BodyHandler<T> handler) throws IOException, InterruptedException {
        return body(path, http.send(request(path), handler));
    }

    CompletableFuture<Void> ask(String path) {
        return http.sendAsync(request(path), BodyHandlers.discarding()).thenApply(answer -> body(path, answer));
    }

    private static <T> T body(String path, HttpResponse<T> answer) {
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
