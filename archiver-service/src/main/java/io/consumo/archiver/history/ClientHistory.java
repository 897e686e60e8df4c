package io.consumo.archiver.history;

import io.consumo.archiver.archive.ArchivedDays;
import io.consumo.archiver.archive.HeldDays;
import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.domain.DayRow;
import io.consumo.archiver.restore.NothingArchived;
import io.consumo.archiver.restore.Restores;
import io.consumo.model.DaySlots;
import io.consumo.model.api.Page;
import io.consumo.model.store.FoundDay;
import io.consumo.model.store.StoredDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds days that are no longer in the window where they are: held, restored, or in the archive's files. */
@Component
public class ClientHistory {

    private final ArchivedDays archived;
    private final HeldDays held;
    private final Restores restores;
    private final DayFiles files;

    ClientHistory(ArchivedDays archived, HeldDays held, Restores restores, DayFiles files) {
        this.archived = archived;
        this.held = held;
        this.restores = restores;
        this.files = files;
    }

    /** One client's days, in order, each from the nearest place that has it. */
    public List<FoundDay> ofClient(String clientId, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, FoundDay> found = new TreeMap<>();
        held.ofClient(clientId, from, to).forEach(day -> found.put(day.day(), new FoundDay(FoundDay.HELD, day)));
        restores.ofClient(clientId, from, to)
                .forEach(day -> found.putIfAbsent(day.day(), new FoundDay(FoundDay.RESTORED, day)));
        archived.dropped(from, to).stream()
                .map(ArchivedDay::day)
                .filter(day -> !found.containsKey(day))
                .forEach(day -> inFile(clientId, day)
                        .ifPresent(stored -> found.put(day, new FoundDay(FoundDay.ARCHIVE, stored))));
        return List.copyOf(found.values());
    }

    private Optional<StoredDay> inFile(String clientId, LocalDate day) {
        List<DaySlots> lengths = new ArrayList<>();
        files.query(day, Optional.of(clientId), row -> lengths.add(row.slots()));
        return lengths.isEmpty() ? Optional.empty() : Optional.of(StoredDay.of(clientId, day, lengths));
    }

    /**
     * All clients of a day, in their order.
     *
     * @throws NothingArchived when the day is not in the archive
     */
    public Page<StoredDay> ofDay(LocalDate day, int page, int size) {
        if (archived.dropped(day, day).isEmpty()) {
            throw new NothingArchived(day, day);
        }
        Map<String, List<DaySlots>> clients = new LinkedHashMap<>();
        long first = (long) page * size;
        long[] seen = {0};
        String[] last = {""};
        files.query(day, Optional.empty(), (DayRow row) -> {
            if (!row.clientId().equals(last[0])) {
                last[0] = row.clientId();
                seen[0]++;
            }
            if (seen[0] > first && seen[0] <= first + size) {
                clients.computeIfAbsent(row.clientId(), client -> new ArrayList<>())
                        .add(row.slots());
            }
        });
        List<StoredDay> content = clients.entrySet().stream()
                .map(client -> StoredDay.of(client.getKey(), day, client.getValue()))
                .toList();
        return Page.of(content, size, page, seen[0]);
    }
}
