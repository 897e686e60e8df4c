package io.consumo.api.audit;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes entries that are older than they have to be kept. */
@Component
class ForgetOldEntries {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetOldEntries.class);

    private final AuditLog log;
    private final AuditProperties settings;
    private final Clock clock;

    ForgetOldEntries(AuditLog log, AuditProperties settings, Clock clock) {
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "1h", fixedDelayString = "24h")
    void forget() {
        try {
            log.deleteBefore(clock.instant().minus(settings.keep()));
        } catch (RuntimeException e) {
            LOG.warn("Old audit entries are deleted tomorrow: {}", e.getMessage());
        }
    }
}
