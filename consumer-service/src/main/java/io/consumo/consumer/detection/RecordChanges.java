package io.consumo.consumer.detection;

import io.consumo.consumer.detection.domain.CaseChanges;
import io.consumo.consumer.ingest.Origins;
import io.consumo.model.AnomalyType;
import io.consumo.model.Correlation;
import io.consumo.model.store.CaseDocument;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;

/**
 * Tells other systems of changed cases, then writes them. The other way round whoever failed in between would find the
 * cases written the next time, and tell nobody; this way some are told twice.
 */
@Service
class RecordChanges {

    private static final Logger LOG = LoggerFactory.getLogger(RecordChanges.class);

    private final CaseStore store;
    private final CaseEvents events;
    private final Origins origins;
    private final Map<CaseEvents.Kind, Map<AnomalyType, Counter>> told = new EnumMap<>(CaseEvents.Kind.class);

    RecordChanges(CaseStore store, CaseEvents events, Origins origins, MeterRegistry meters) {
        this.origins = origins;
        this.store = store;
        this.events = events;
        for (CaseEvents.Kind kind : CaseEvents.Kind.values()) {
            told.put(kind, counters(kind, meters));
        }
    }

    /**
     * Does what is wanted, but for cases that people have decided: they are not withdrawn.
     *
     * @return what was done
     */
    CaseChanges record(CaseChanges wanted, long revision) {
        CaseChanges changes = undecidedOnly(wanted);
        tell(CaseEvents.Kind.OPENED, changes.opened());
        changes.opened().forEach(one -> origins.of(one.clientId()).ifPresent(id -> log(one, id)));
        Map<Boolean, List<CaseDocument>> changed = changes.changed().stream()
                .collect(Collectors.partitioningBy(one -> one.status().isClosed()));
        tell(CaseEvents.Kind.CLOSED, changed.getOrDefault(true, List.of()));
        tell(CaseEvents.Kind.CHANGED, changed.getOrDefault(false, List.of()));
        tell(CaseEvents.Kind.WITHDRAWN, changes.withdrawn());
        store.write(changes.opened());
        store.write(changes.changed());
        store.withdraw(changes.withdrawn(), revision);
        return restoringDecided(changes);
    }

    /** Somebody may have decided one while others were told that it is withdrawn, which takes as long as Kafka does. */
    private CaseChanges restoringDecided(CaseChanges done) {
        CaseChanges standing = undecidedOnly(done);
        List<CaseDocument> decided = new ArrayList<>(done.withdrawn());
        decided.removeAll(standing.withdrawn());
        if (!decided.isEmpty()) {
            store.write(decided);
            tell(CaseEvents.Kind.CHANGED, decided);
        }
        return standing;
    }

    /** What people have decided stays theirs, also when a correction takes its ground away. */
    private CaseChanges undecidedOnly(CaseChanges changes) {
        if (changes.withdrawn().isEmpty()) {
            return changes;
        }
        Set<String> decided =
                store.decided(changes.withdrawn().stream().map(CaseDocument::id).toList());
        return new CaseChanges(
                changes.opened(),
                changes.changed(),
                changes.withdrawn().stream()
                        .filter(one -> !decided.contains(one.id()))
                        .toList());
    }

    /** Only where somebody may look for it: a history that is imported opens thousands. */
    private static void log(CaseDocument opened, String origin) {
        try (var _ = MDC.putCloseable(Correlation.LOG_KEY, origin)) {
            LOG.info("Case {} opened: {} of {}", opened.id(), opened.type(), opened.clientId());
        }
    }

    private void tell(CaseEvents.Kind kind, List<CaseDocument> cases) {
        events.publish(kind, cases);
        Map<AnomalyType, Counter> ofKind = told.getOrDefault(kind, Map.of());
        cases.forEach(one -> Objects.requireNonNull(ofKind.get(one.type())).increment());
    }

    private static Map<AnomalyType, Counter> counters(CaseEvents.Kind kind, MeterRegistry meters) {
        Map<AnomalyType, Counter> counters = new EnumMap<>(AnomalyType.class);
        for (AnomalyType type : AnomalyType.values()) {
            counters.put(
                    type,
                    Counter.builder("consumo.cases")
                            .description("Cases opened, changed, closed and withdrawn")
                            .tag("change", kind.name().toLowerCase(Locale.ROOT))
                            .tag("type", type.name())
                            .register(meters));
        }
        return counters;
    }
}
