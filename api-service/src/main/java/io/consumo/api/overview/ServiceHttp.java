package io.consumo.api.overview;

import io.consumo.service.access.InternalSecret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way to the other services: their addresses, the secret that all share, and what they refuse as an exception. */
@Component
public final class ServiceHttp {

    private final ObjectFactory<RestClient.Builder> builders;
    private final PipelineProperties settings;
    private final InternalSecret secret;
    private final JsonMapper json;

    public ServiceHttp(
            ObjectFactory<RestClient.Builder> builders,
            PipelineProperties settings,
            InternalSecret secret,
            JsonMapper json) {
        this.builders = builders;
        this.settings = settings;
        this.secret = secret;
        this.json = json;
    }

    /** What a service answered that will not, or cannot, do it. */
    @FunctionalInterface
    public interface Refusal {

        /**
         * @param type of its problem; empty when it told none
         * @param detail its own sentence, else its body as it is
         */
        RuntimeException of(int status, String type, String detail);
    }

    /** For short questions to any service, which are told by absolute addresses. */
    public RestClient toAny() {
        return builder(settings.timeout()).build();
    }

    /**
     * For one service.
     *
     * @param timeout for one answer
     */
    public RestClient to(String service, Duration timeout, Refusal refusal) {
        return builder(timeout)
                .baseUrl(address(service))
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
                    throw refused(response, refusal);
                })
                .build();
    }

    public URI address(String service) {
        URI address = settings.services().get(service);
        if (address == null) {
            throw new IllegalStateException("consumo.pipeline.services names no address of " + service);
        }
        return address;
    }

    private RestClient.Builder builder(Duration timeout) {
        return builders.getObject()
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .build(HttpClientSettings.defaults()
                                .withConnectTimeout(settings.timeout())
                                .withReadTimeout(timeout)))
                .defaultHeader(InternalSecret.HEADER, secret.secret());
    }

    private RuntimeException refused(ClientHttpResponse response, Refusal refusal) throws IOException {
        int status = response.getStatusCode().value();
        String body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            JsonNode problem = json.readTree(body);
            return refusal.of(
                    status,
                    problem.path("type").asString(""),
                    problem.path("detail").asString(body));
        } catch (JacksonException e) {
            return refusal.of(status, "", body);
        }
    }
}
