package io.consumo.api.anomalies;

import io.consumo.model.store.DecisionDocument;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Tells other systems of decisions that can no longer be taken back; each again until it is known to be told. */
@Service
class TellDecisions {

    private static final Logger LOG = LoggerFactory.getLogger(TellDecisions.class);

    private final DecisionStore decisions;
    private final AnomalyQuery cases;
    private final DecisionEvents events;
    private final Clock clock;

    TellDecisions(DecisionStore decisions, AnomalyQuery cases, DecisionEvents events, Clock clock) {
        this.decisions = decisions;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${consumo.anomalies.tell-every}")
    void tell() {
        try {
            for (DecisionDocument decision : decisions.due(clock.instant())) {
                cases.find(decision.id()).ifPresent(found -> events.publish(new DecidedCase(found.judged(), decision)));
                // Left as it is when somebody decided anew meanwhile: that will be told in its turn.
                boolean unused = decisions.replace(decision.told(), decision.version());
            }
        } catch (RuntimeException e) {
            LOG.warn("Other systems are told of decisions later: {}", e.getMessage());
        }
    }
}
