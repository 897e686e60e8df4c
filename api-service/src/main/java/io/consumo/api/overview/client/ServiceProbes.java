package io.consumo.api.overview.client;

import io.consumo.api.overview.PipelineProbe;
import io.consumo.api.overview.ServiceHttp;
import io.consumo.model.api.PipelinePart;
import java.net.URI;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The services that tell their status over internal HTTP. */
@Configuration(proxyBeanMethods = false)
class ServiceProbes {

    @Bean
    PipelineProbe producerProbe(ServiceHttp services) {
        return probe("producer", services);
    }

    @Bean
    PipelineProbe consumerProbe(ServiceHttp services) {
        return probe("consumer", services);
    }

    @Bean
    PipelineProbe archiverProbe(ServiceHttp services) {
        return probe("archiver", services);
    }

    private static PipelineProbe probe(String service, ServiceHttp services) {
        return new ServiceProbe(service, services.address(service).resolve("/internal/status"), services.toAny());
    }

    private record ServiceProbe(String part, URI status, RestClient http) implements PipelineProbe {

        @Override
        public PipelinePart ask() {
            return Objects.requireNonNull(http.get().uri(status).retrieve().body(PipelinePart.class));
        }
    }
}
