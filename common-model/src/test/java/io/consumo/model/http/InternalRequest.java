package io.consumo.model.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A question from one service to another, on this machine. */
public final class InternalRequest {

    private InternalRequest() {}

    /** The status of the answer. */
    public static int status(String port, String path, String secret) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("X-Consumo-Secret", secret)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
