package io.consumo.consumer.detection;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for silent clients now and then, when nothing is left to read. */
@Component
class SilenceSchedule {

    private final WatchSilence watch;
    private final Backlog backlog;

    SilenceSchedule(WatchSilence watch, Backlog backlog) {
        this.watch = watch;
        this.backlog = backlog;
    }

    @Scheduled(initialDelayString = "5s", fixedDelayString = "${consumo.detection.silence.every}")
    void lookForSilence() {
        if (backlog.isEmpty()) {
            watch.watch();
        }
    }
}
