package io.consumo.api.simulations.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.consumo.api.overview.PipelineProperties;
import io.consumo.api.overview.ServiceHttp;
import io.consumo.api.request.InvalidParameter;
import io.consumo.model.api.SimulationRequest;
import io.consumo.service.access.InternalSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

class ProducerClientTest {

    private static final SimulationRequest REQUEST = new SimulationRequest("once", 0, null, null);

    private HttpServer producer;
    private ProducerClient client;

    @BeforeEach
    void start() throws IOException {
        producer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        producer.start();
        URI address = URI.create("http://localhost:" + producer.getAddress().getPort());
        client = new ProducerClient(new ServiceHttp(
                RestClient::builder,
                new PipelineProperties(Duration.ofSeconds(2), Duration.ZERO, Map.of("producer", address)),
                new InternalSecret("secret"),
                JsonMapper.builder().build()));
    }

    @AfterEach
    void stop() {
        producer.stop(0);
    }

    @Test
    void tellsWhichFieldTheProducerRefused() {
        answer(400, "application/problem+json", "{'status':400,'detail':'clients must be from 1 to 100000, was 0'}");
        assertThatThrownBy(() -> client.start(REQUEST)).isInstanceOfSatisfying(InvalidParameter.class, refused -> {
            assertThat(refused.field()).isEqualTo("clients");
            assertThat(refused.reason()).isEqualTo("must be from 1 to 100000, was 0");
            assertThat(refused.allowed()).containsExactly("must be from 1 to 100000");
        });
    }

    @Test
    void tellsHowFarASimulationIs() {
        answer(
                200,
                "application/json",
                "{'id':'a','mode':'once','clients':2,'status':'RUNNING','done':24,'expected':48,"
                        + "'startedAt':'2026-11-24T10:00:00Z'}");
        assertThat(client.find("a")).hasValueSatisfying(run -> {
            assertThat(run.done()).isEqualTo(24);
            assertThat(run.expected()).isEqualTo(48);
        });
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        answer(404, "text/plain", "");
        assertThat(client.find("a b/c")).isEmpty();
    }

    private void answer(int status, String type, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        producer.createContext("/internal/simulations", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
