package io.consumo.dashboard.shell;

import io.consumo.dashboard.backend.OverviewClient;
import io.consumo.model.api.Health;
import io.consumo.service.health.Question;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells that the service runs, and whether the API does, which it shows; in time also where that one hangs. */
@RestController
class HealthController {

    /** Less than a health check waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Question<Boolean> api;

    HealthController(OverviewClient overview) {
        api = new Question<>(overview::apiAnswers);
    }

    /**
     * The open answer.
     *
     * @param status UP: this service runs, whatever the API does
     * @param api UP or DOWN
     * @param advice what to do where it is DOWN
     */
    record Answer(String status, String api, List<String> advice) {}

    @GetMapping("/health")
    Answer health() {
        String state = api.ask(PATIENCE).join().failure() == null ? "UP" : "DOWN";
        return new Answer("UP", state, Health.advice(Map.of("api", state)));
    }
}
