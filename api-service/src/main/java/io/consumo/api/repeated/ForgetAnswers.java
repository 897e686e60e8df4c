package io.consumo.api.repeated;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes answers that are given no more. */
@Component
class ForgetAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetAnswers.class);

    private final KeptAnswers answers;
    private final RepeatedProperties settings;
    private final Clock clock;

    ForgetAnswers(KeptAnswers answers, RepeatedProperties settings, Clock clock) {
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "30m", fixedDelayString = "1h")
    void forget() {
        try {
            answers.deleteBefore(clock.instant().minus(settings.keep()));
        } catch (RuntimeException e) {
            LOG.warn("Answers that are given no more are deleted later: {}", e.getMessage());
        }
    }
}
