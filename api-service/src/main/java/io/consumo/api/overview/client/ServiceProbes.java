package io.consumo.api.overview.client;

import io.consumo.api.overview.PipelineProbe;
import io.consumo.api.overview.PipelineProperties;
import io.consumo.model.api.PipelinePart;
import java.net.URI;
import java.util.Objects;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The services that tell their status over internal HTTP. */
@Configuration(proxyBeanMethods = false)
class ServiceProbes {

    @Bean
    RestClient internalHttp(RestClient.Builder builder, PipelineProperties settings) {
        return builder.requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .build(HttpClientSettings.defaults()
                                .withConnectTimeout(settings.timeout())
                                .withReadTimeout(settings.timeout())))
                .defaultHeader("X-Consumo-Secret", settings.internalSecret())
                .build();
    }

    @Bean
    PipelineProbe producerProbe(RestClient internalHttp, PipelineProperties settings) {
        return probe("producer", internalHttp, settings);
    }

    @Bean
    PipelineProbe consumerProbe(RestClient internalHttp, PipelineProperties settings) {
        return probe("consumer", internalHttp, settings);
    }

    @Bean
    PipelineProbe archiverProbe(RestClient internalHttp, PipelineProperties settings) {
        return probe("archiver", internalHttp, settings);
    }

    private static PipelineProbe probe(String service, RestClient http, PipelineProperties settings) {
        URI address = settings.services().get(service);
        if (address == null) {
            throw new IllegalStateException("consumo.pipeline.services names no address of " + service);
        }
        return new ServiceProbe(service, address.resolve("/internal/status"), http);
    }

    private record ServiceProbe(String part, URI status, RestClient http) implements PipelineProbe {

        @Override
        public PipelinePart ask() {
            return Objects.requireNonNull(http.get().uri(status).retrieve().body(PipelinePart.class));
        }
    }
}
