package io.consumo.producer.feed.web;

import io.consumo.model.api.InjectedTruth;
import io.consumo.producer.feed.TruthBook;
import io.consumo.producer.feed.domain.InjectedAnomaly;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the simulation injected. */
@RestController
class TruthController {

    private final TruthBook truth;

    TruthController(TruthBook truth) {
        this.truth = truth;
    }

    @GetMapping("/internal/truth")
    List<InjectedTruth> truth() {
        return truth.anomalies().stream().map(TruthController::told).toList();
    }

    private static InjectedTruth told(InjectedAnomaly anomaly) {
        return new InjectedTruth(
                anomaly.clientId(),
                anomaly.kind().name().toLowerCase(Locale.ROOT),
                anomaly.kind().type().name(),
                anomaly.kind().subtype() == null
                        ? null
                        : anomaly.kind().subtype().name(),
                anomaly.start(),
                anomaly.end());
    }
}
