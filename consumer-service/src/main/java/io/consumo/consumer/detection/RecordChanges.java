package io.consumo.consumer.detection;

import io.consumo.consumer.detection.domain.CaseChanges;
import io.consumo.model.store.CaseDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Writes changed cases, then tells other systems. */
@Service
class RecordChanges {

    private final CaseStore store;
    private final CaseEvents events;

    RecordChanges(CaseStore store, CaseEvents events) {
        this.store = store;
        this.events = events;
    }

    void record(CaseChanges changes, long revision) {
        store.write(changes.opened());
        store.write(changes.changed());
        store.withdraw(changes.withdrawn(), revision);
        events.publish(CaseEvents.Kind.OPENED, changes.opened());
        Map<Boolean, List<CaseDocument>> changed = changes.changed().stream()
                .collect(Collectors.partitioningBy(one -> one.status().isClosed()));
        events.publish(CaseEvents.Kind.CLOSED, changed.getOrDefault(true, List.of()));
        events.publish(CaseEvents.Kind.CHANGED, changed.getOrDefault(false, List.of()));
        events.publish(CaseEvents.Kind.WITHDRAWN, changes.withdrawn());
    }
}
