package io.consumo.producer.feed.web;

import io.consumo.model.api.PipelinePart;
import io.consumo.producer.feed.FeedRate;
import io.consumo.producer.feed.FeedStatus;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how the service is. */
@RestController
class HealthController {

    private static final String ADVICE =
            "The meters keep their readings, since they cannot be sent (%s): ./start.sh status tells which part is"
                    + " missing, and they are sent when it is back.";

    private final FeedStatus status;
    private final FeedRate rate;

    HealthController(FeedStatus status, FeedRate rate) {
        this.status = status;
        this.rate = rate;
    }

    /**
     * The open answer.
     *
     * @param status UP: this service runs, whether it can send or not
     * @param demo none, sending or sent
     * @param advice what keeps it from sending, and what to do; empty when nothing does
     */
    record Health(String status, String demo, List<String> advice) {}

    @GetMapping("/health")
    Health health() {
        String trouble = status.trouble();
        return new Health(
                "UP",
                status.demo().name().toLowerCase(Locale.ROOT),
                trouble == null ? List.of() : List.of(ADVICE.formatted(trouble)));
    }

    @GetMapping("/internal/status")
    PipelinePart status() {
        String trouble = status.trouble();
        return new PipelinePart(
                "producer",
                trouble == null ? "UP" : "DOWN",
                rate.perSecond(),
                "readings/s",
                null,
                trouble == null ? null : "producer-waits",
                trouble);
    }
}
