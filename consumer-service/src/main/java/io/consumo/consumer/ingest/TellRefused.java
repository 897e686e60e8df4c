package io.consumo.consumer.ingest;

import io.consumo.consumer.ingest.DeadLetters.DeadLetter;
import io.consumo.model.Correlation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Says in the log what was refused: a line for each request or sweep, never one for each record. */
@Component
class TellRefused {

    private static final Logger LOG = LoggerFactory.getLogger(TellRefused.class);

    /** A batch tells no more; the metrics count all, and the dead-letter topic has them. */
    private static final int MOST_LINES = 10;

    void tell(Collection<DeadLetter> refused) {
        if (refused.isEmpty()) {
            return;
        }
        Map<String, List<DeadLetter>> byOrigin = refused.stream()
                .collect(Collectors.groupingBy(
                        letter -> Objects.requireNonNullElse(letter.correlation(), ""),
                        TreeMap::new,
                        Collectors.toList()));
        byOrigin.entrySet().stream().limit(MOST_LINES).forEach(origin -> tell(origin.getKey(), origin.getValue()));
        if (byOrigin.size() > MOST_LINES) {
            LOG.warn("Refused records of {} more requests", byOrigin.size() - MOST_LINES);
        }
    }

    private static void tell(String origin, List<DeadLetter> letters) {
        DeadLetter first = letters.getFirst();
        try (var _ = MDC.putCloseable(Correlation.LOG_KEY, origin)) {
            LOG.warn(
                    "Refused {} records, they are among the dead letters; the first, at {}:{}, for {}: {}",
                    letters.size(),
                    first.partition(),
                    first.offset(),
                    first.refusal().field(),
                    first.refusal().reason());
        }
    }
}
