package io.consumo.producer.feed.web;

import io.consumo.model.api.PipelinePart;
import io.consumo.producer.feed.FeedRate;
import io.consumo.producer.feed.FeedStatus;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how the service is. */
@RestController
class HealthController {

    private final FeedStatus status;
    private final FeedRate rate;

    HealthController(FeedStatus status, FeedRate rate) {
        this.status = status;
        this.rate = rate;
    }

    /**
     * The open answer.
     *
     * @param demo none, sending or sent
     */
    record Health(String status, String demo) {}

    @GetMapping("/health")
    Health health() {
        return new Health("UP", status.demo().name().toLowerCase(Locale.ROOT));
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
