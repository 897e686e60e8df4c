package io.consumo.api.rules.client;

import io.consumo.api.overview.ServiceHttp;
import io.consumo.api.rules.InjectedTruths;
import io.consumo.model.api.InjectedTruth;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks the producer over internal HTTP. */
@Component
class HttpTruths implements InjectedTruths {

    private final RestClient http;
    private final URI truth;

    HttpTruths(ServiceHttp services) {
        this.http = services.toAny();
        this.truth = services.address("producer").resolve("/internal/truth");
    }

    @Override
    public List<InjectedTruth> all() {
        return Objects.requireNonNull(
                http.get().uri(truth).retrieve().body(new ParameterizedTypeReference<List<InjectedTruth>>() {}));
    }
}
