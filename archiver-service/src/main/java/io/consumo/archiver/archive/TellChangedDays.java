package io.consumo.archiver.archive;

import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.domain.DayRow;
import io.consumo.model.DaySlots;
import io.consumo.model.store.StoredDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the consumer which archived days hold other values now, with the values, so that it needs no file. */
@Component
class TellChangedDays {

    private final ChangedDays changed;
    private final ChangedDays.Listeners listeners;
    private final DayFiles files;

    TellChangedDays(ChangedDays changed, ChangedDays.Listeners listeners, DayFiles files) {
        this.changed = changed;
        this.listeners = listeners;
        this.files = files;
    }

    /** Whatever is untold is told as the files have it now; telling it twice does no harm. */
    void tell() {
        changed.untold().forEach((day, clients) -> {
            listeners.tell(days(day, clients));
            changed.told(day, clients);
        });
    }

    private Map<String, StoredDay> days(LocalDate day, Set<String> clients) {
        Map<String, List<DaySlots>> lengths = new HashMap<>();
        Optional<String> only =
                clients.size() == 1 ? Optional.of(clients.iterator().next()) : Optional.empty();
        files.read(day, only, (DayRow row) -> {
            if (clients.contains(row.clientId())) {
                lengths.computeIfAbsent(row.clientId(), client -> new ArrayList<>())
                        .add(row.slots());
            }
        });
        Map<String, StoredDay> days = new HashMap<>();
        lengths.forEach((client, slots) -> days.put(client, StoredDay.of(client, day, slots)));
        return days;
    }
}
