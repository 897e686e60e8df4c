package io.consumo.api.overview;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.Remembered;
import io.consumo.api.consumption.WrittenDays;
import io.consumo.model.DayGrid;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.api.LoadPoint;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The load of all clients up to now. Today and yesterday are looked at every few seconds, the days before them, which make
 * the usual band, more seldom; only what was written to meanwhile is summed again.
 */
@Component
public class CurrentLoad {

    private final LoadQuery load;
    private final SummedDays sums;
    private final WrittenDays written;
    private final ConsumoProperties consumo;
    private final OverviewProperties settings;
    private final Clock clock;
    private final Remembered<Recent> recent;
    private final Remembered<History> history;

    CurrentLoad(
            LoadQuery load,
            SummedDays sums,
            WrittenDays written,
            ConsumoProperties consumo,
            OverviewProperties settings,
            Clock clock) {
        this.load = load;
        this.sums = sums;
        this.written = written;
        this.consumo = consumo;
        this.settings = settings;
        this.clock = clock;
        this.recent = Remembered.costly(settings.freshFor(), this::readRecent);
        this.history = Remembered.costly(settings.historyFreshFor(), this::readHistory);
    }

    private volatile @Nullable Recent lastRecent;

    private record Recent(WrittenDays.State state, Map<LocalDate, DayLoad> days, int clients, int reporting) {}

    private record History(Map<LocalDate, DayLoad> days, UsualLoad usual) {}

    /** Adding up the whole window takes seconds, which the first reader need not wait for. */
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        history.makeInBackground();
    }

    /** How many clients were seen in the active window. */
    int clients() {
        return recent.get().clients();
    }

    /** How many of them have readings of today. */
    int reporting() {
        return recent.get().reporting();
    }

    DayLoad day(LocalDate day) {
        DayLoad known = recent.get().days().get(day);
        return known != null ? known : new DayLoad(day, List.of());
    }

    /** The last clock hours, oldest first; the last one is under way. */
    public List<LoadPoint> last(int hours) {
        Recent now = recent.get();
        History past = history.get();
        Map<LocalDate, DayLoad> days = new HashMap<>(past.days());
        days.putAll(now.days());
        return lastHours(hours).stream()
                .map(start -> point(start, hourAt(start, days), now.clients(), past.usual()))
                .toList();
    }

    /** A figure of each of the last 24 clock hours, null where nothing was received. */
    List<@Nullable BigDecimal> lastDay(Function<DayLoad.Hour, BigDecimal> figure) {
        Map<LocalDate, DayLoad> days = recent.get().days();
        List<@Nullable BigDecimal> figures = new ArrayList<>();
        for (Instant start : lastHours(24)) {
            DayLoad.Hour hour = hourAt(start, days);
            figures.add(hour.clients() == 0 ? null : figure.apply(hour));
        }
        return figures;
    }

    private List<Instant> lastHours(int hours) {
        Instant newest =
                clock.instant().atZone(zone()).truncatedTo(ChronoUnit.HOURS).toInstant();
        List<Instant> starts = new ArrayList<>(hours);
        for (int back = hours - 1; back >= 0; back--) {
            starts.add(newest.minus(Duration.ofHours(back)));
        }
        return starts;
    }

    private DayLoad.Hour hourAt(Instant start, Map<LocalDate, DayLoad> days) {
        DayGrid grid = DayGrid.of(start, zone(), IntervalLength.HOUR);
        DayLoad day = days.get(grid.day());
        return day == null ? DayLoad.Hour.NONE : day.hours().get(grid.slotOf(start));
    }

    private LoadPoint point(Instant start, DayLoad.Hour hour, int clients, UsualLoad usual) {
        var local = start.atZone(zone());
        Optional<UsualLoad.Band> band = usual.at(local.toLocalDate(), local.getHour(), clients);
        return new LoadPoint(
                local.toOffsetDateTime(),
                hour.clients() == 0 ? null : kwh(hour.energy()),
                band.map(usually -> kwh(usually.low())).orElse(null),
                band.map(usually -> kwh(usually.mid())).orElse(null),
                band.map(usually -> kwh(usually.high())).orElse(null),
                clients == 0 ? 0 : Math.min(1, (double) hour.clients() / clients));
    }

    private Recent readRecent() {
        LocalDate today = LocalDate.now(clock);
        WrittenDays.State state = written.on(today);
        Recent known = lastRecent;
        if (known != null && known.state().equals(state)) {
            return known;
        }
        Recent read = new Recent(
                state,
                load.days(today.minusDays(1), today),
                load.clientsSince(consumo.windowStart(today)),
                load.clientsSince(today));
        lastRecent = read;
        return read;
    }

    private History readHistory() {
        LocalDate today = LocalDate.now(clock);
        Map<LocalDate, DayLoad> days = sums.days(consumo.windowStart(today), today.minusDays(1));
        return new History(days, new UsualLoad(days.values(), zone(), settings.minimumUsualHours()));
    }

    private ZoneId zone() {
        return consumo.zone();
    }

    private static BigDecimal kwh(long tenthsOfWattHour) {
        return new Energy(tenthsOfWattHour).toKwh();
    }
}
