package io.consumo.api.limit.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.api.Http;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.limit.LimitProperties;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnThrowawayStores
class LimitLoadIT {

    @Autowired
    Http http;

    @Autowired
    LimitProperties settings;

    @Test
    void whoFindsNoPlaceGetsAProblemWithTheHeadersOfEachAnswer() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int place = 0; place < settings.atOnce(); place++) {
                slow.add(halfARequest());
            }
            await().untilAsserted(() -> {
                Http.Answer refused = http.get("/api/v1/overview");
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            });
            assertThat(http.get("/api/v1/health").status()).isEqualTo(200);
        } finally {
            for (Socket one : slow) {
                one.close();
            }
        }
        await().until(() -> http.get("/api/v1/overview").status() == 200);
    }

    /** Its answer waits for the rest. */
    private Socket halfARequest() throws IOException {
        Socket socket = new Socket("localhost", http.address("/").getPort());
        String head = """
                POST /api/v1/readings HTTP/1.1
                Host: localhost
                Authorization: %s
                Content-Type: application/json
                Content-Length: 100

                """.formatted(Http.basic("operator"));
        socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));
        return socket;
    }
}
