package io.consumo.api.simulations.client;

import io.consumo.api.overview.ServiceHttp;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.simulations.Simulate;
import io.consumo.model.api.SimulationRequest;
import io.consumo.model.api.SimulationRun;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks the producer over internal HTTP. */
@Component
class ProducerClient implements Simulate {

    private final RestClient http;
    private final URI simulations;

    ProducerClient(ServiceHttp services) {
        this.http = services.toAny();
        this.simulations = services.address("producer").resolve("/internal/simulations");
    }

    @Override
    public SimulationRun start(SimulationRequest request) {
        try {
            return Objects.requireNonNull(
                    http.post().uri(simulations).body(request).retrieve().body(SimulationRun.class));
        } catch (HttpClientErrorException.BadRequest refused) {
            throw invalid(refused);
        }
    }

    /** The producer names the field first: {@code clients must be from 1 to 100000, was 0}. */
    private static InvalidParameter invalid(HttpClientErrorException refused) {
        ProblemDetail problem = refused.getResponseBodyAs(ProblemDetail.class);
        String detail = problem == null || problem.getDetail() == null ? "request is wrong" : problem.getDetail();
        String[] words = detail.split(" ", 2);
        String reason = words.length == 2 ? words[1] : detail;
        return new InvalidParameter(words[0], reason, List.of(reason.replaceFirst(", was .*", "")));
    }

    @Override
    public Optional<SimulationRun> find(String id) {
        try {
            return Optional.ofNullable(http.get()
                    .uri(simulations.resolve("/internal/simulations/") + "{id}", id)
                    .retrieve()
                    .body(SimulationRun.class));
        } catch (HttpClientErrorException.NotFound unknown) {
            return Optional.empty();
        }
    }
}
