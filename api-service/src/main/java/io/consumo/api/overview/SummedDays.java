package io.consumo.api.overview;

import io.consumo.api.consumption.WrittenDays;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sums of days over all clients; a day is summed again only when something of it was written. */
@Component
class SummedDays {

    private final LoadQuery load;
    private final WrittenDays written;
    private final Map<LocalDate, Summed> kept = new ConcurrentHashMap<>();

    private record Summed(long writes, DayLoad load) {}

    SummedDays(LoadQuery load, WrittenDays written) {
        this.load = load;
        this.written = written;
    }

    /** Every day from the first to the last, both included. */
    Map<LocalDate, DayLoad> days(LocalDate from, LocalDate to) {
        Map<LocalDate, Long> writes = written.writes();
        kept.keySet().retainAll(writes.keySet());
        Map<LocalDate, DayLoad> days = new LinkedHashMap<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> days.put(day, day(day, writes.get(day))));
        return days;
    }

    private DayLoad day(LocalDate day, @Nullable Long writes) {
        Summed known = kept.get(day);
        if (known != null && writes != null && known.writes() == writes) {
            return known.load();
        }
        DayLoad sum = Objects.requireNonNull(load.days(day, day).get(day));
        if (writes != null) {
            kept.put(day, new Summed(writes, sum));
        }
        return sum;
    }
}
