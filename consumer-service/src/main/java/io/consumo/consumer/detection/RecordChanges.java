package io.consumo.consumer.detection;

import io.consumo.consumer.detection.domain.CaseChanges;
import io.consumo.model.store.CaseDocument;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Writes changed cases, then tells other systems. */
@Service
class RecordChanges {

    private final CaseStore store;
    private final CaseEvents events;
    private final MeterRegistry meters;

    RecordChanges(CaseStore store, CaseEvents events, MeterRegistry meters) {
        this.meters = meters;
        this.store = store;
        this.events = events;
    }

    void record(CaseChanges changes, long revision) {
        store.write(changes.opened());
        store.write(changes.changed());
        store.withdraw(changes.withdrawn(), revision);
        tell(CaseEvents.Kind.OPENED, changes.opened());
        Map<Boolean, List<CaseDocument>> changed = changes.changed().stream()
                .collect(Collectors.partitioningBy(one -> one.status().isClosed()));
        tell(CaseEvents.Kind.CLOSED, changed.getOrDefault(true, List.of()));
        tell(CaseEvents.Kind.CHANGED, changed.getOrDefault(false, List.of()));
        tell(CaseEvents.Kind.WITHDRAWN, changes.withdrawn());
    }

    private void tell(CaseEvents.Kind kind, List<CaseDocument> cases) {
        events.publish(kind, cases);
        cases.forEach(one -> meters.counter(
                        "consumo.cases",
                        "change",
                        kind.name().toLowerCase(Locale.ROOT),
                        "type",
                        one.type().name())
                .increment());
    }
}
