package io.consumo.consumer.detection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then whether people changed the rules. */
@Component
class RulesSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(RulesSchedule.class);

    private final LiveRules rules;

    RulesSchedule(LiveRules rules) {
        this.rules = rules;
    }

    @Scheduled(
            initialDelayString = "${consumo.detection.rules-every}",
            fixedDelayString = "${consumo.detection.rules-every}")
    void lookForChanges() {
        try {
            rules.refresh();
        } catch (RuntimeException e) {
            // The status tells which store is down.
            LOG.debug("The rules stay as they are", e);
        }
    }
}
