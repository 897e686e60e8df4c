package io.consumo.consumer.ingest;

import io.consumo.consumer.InstallationProperties;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Stores a batch: each reading is assigned to its slot; what holds no reading is buried with its reason. */
@Service
public class IngestReadings {

    private final DailyStore store;
    private final DeadLetters deadLetters;
    private final IngestProgress progress;
    private final ApplicationEventPublisher events;
    private final InstallationProperties installation;
    private final IngestMeters meters;
    private final TellRefused tell;

    IngestReadings(
            DailyStore store,
            DeadLetters deadLetters,
            IngestProgress progress,
            ApplicationEventPublisher events,
            InstallationProperties installation,
            IngestMeters meters,
            TellRefused tell) {
        this.tell = tell;
        this.store = store;
        this.deadLetters = deadLetters;
        this.progress = progress;
        this.events = events;
        this.installation = installation;
        this.meters = meters;
    }

    /**
     * Returns when all is safe, so that the offsets may move; a failure leaves nothing half done that another try would
     * not mend.
     *
     * @param arrivals how many readings came over each partition
     */
    public void ingest(
            List<Reading> readings, Map<Integer, Integer> arrivals, Collection<DeadLetters.DeadLetter> refused) {
        meters.time(() -> keep(readings, arrivals, refused));
        meters.done(readings.size(), refused);
        tell.tell(refused);
        progress.add(readings.size());
        events.publishEvent(new ReadingsStored(readings.size()));
    }

    private void keep(
            List<Reading> readings, Map<Integer, Integer> arrivals, Collection<DeadLetters.DeadLetter> refused) {
        if (!readings.isEmpty()) {
            store.store(patches(readings), arrivals);
        }
        if (!refused.isEmpty()) {
            deadLetters.bury(refused);
        }
    }

    private List<DayPatch> patches(List<Reading> readings) {
        Map<DayPatch.Key, DaySlots> patches = new TreeMap<>();
        for (Reading reading : readings) {
            DayGrid grid = DayGrid.of(reading.start(), installation.zone(), reading.length());
            LocalDate day = grid.day();
            patches.computeIfAbsent(
                            new DayPatch.Key(
                                    day, reading.clientId(), reading.length().minutes()),
                            key -> DaySlots.empty(reading.length(), grid.slots()))
                    .put(grid.slotOf(reading.start()), (int) reading.energy().tenthsOfWattHour(), reading.rank());
        }
        List<DayPatch> ordered = new ArrayList<>(patches.size());
        patches.forEach((key, slots) -> ordered.add(new DayPatch(key, slots)));
        return ordered;
    }
}
