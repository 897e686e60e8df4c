package io.consumo.api.overview;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.consumption.DailyQuery;
import io.consumo.api.consumption.KnownClients;
import io.consumo.api.consumption.MonthSums;
import io.consumo.api.consumption.SumDays;
import io.consumo.api.request.DayRange;
import io.consumo.model.Band;
import io.consumo.model.ClientDay;
import io.consumo.model.DayGrid;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.api.BandComparison;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares the bands of the day, for a client or all, with as many days before. Archived days, of which PostgreSQL has
 * nothing any more, are summed out of their months.
 */
@Component
public final class CompareBands {

    private final SummedDays summedDays;
    private final DailyQuery days;
    private final SumDays sumDays;
    private final KnownClients clients;
    private final ConsumoProperties consumo;

    CompareBands(
            SummedDays summedDays, DailyQuery days, SumDays sumDays, KnownClients clients, ConsumoProperties consumo) {
        this.summedDays = summedDays;
        this.days = days;
        this.sumDays = sumDays;
        this.clients = clients;
        this.consumo = consumo;
    }

    /** @param clientId null for all clients */
    public BandComparison compare(@Nullable String clientId, DayRange range) {
        DayRange before =
                new DayRange(range.from().minusDays(range.days()), range.from().minusDays(1));
        Map<Band, Long> now = sums(clientId, range);
        Map<Band, Long> then = sums(clientId, before);
        if (clientId != null && now.isEmpty()) {
            clients.require(clientId);
        }
        long total = now.values().stream().mapToLong(Long::longValue).sum();
        List<BandComparison.Entry> entries = Arrays.stream(Band.values())
                .map(band -> entry(band, now.getOrDefault(band, 0L), then.getOrDefault(band, 0L), total))
                .toList();
        return new BandComparison(clientId, range.from(), range.to(), new Energy(total).toKwh(), entries);
    }

    private static BandComparison.Entry entry(Band band, long now, long then, long total) {
        return new BandComparison.Entry(
                band,
                new Energy(now).toKwh(),
                total == 0 ? 0 : tenths(100.0 * now / total),
                new Energy(then).toKwh(),
                then == 0 ? null : (Double) tenths(100.0 * now / then - 100));
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private Map<Band, Long> sums(@Nullable String clientId, DayRange range) {
        Map<Band, Long> sums = new EnumMap<>(Band.class);
        LocalDate next = range.from();
        for (DayRange archived : days.archived(range)) {
            addStored(clientId, next, archived.from().minusDays(1), sums);
            addArchived(clientId, archived, sums);
            next = archived.to().plusDays(1);
        }
        addStored(clientId, next, range.to(), sums);
        return sums;
    }

    private void addArchived(@Nullable String clientId, DayRange range, Map<Band, Long> sums) {
        MonthSums archived = sumDays.of(clientId, range);
        if (archived.total() != 0) {
            sums.merge(Band.NIGHT, archived.night(), Long::sum);
            sums.merge(Band.MORNING, archived.morning(), Long::sum);
            sums.merge(Band.AFTERNOON, archived.afternoon(), Long::sum);
            sums.merge(Band.EVENING, archived.evening(), Long::sum);
        }
    }

    private void addStored(@Nullable String clientId, LocalDate from, LocalDate to, Map<Band, Long> sums) {
        if (from.isAfter(to)) {
            return;
        }
        if (clientId == null) {
            addAll(from, to, sums);
        } else {
            addClient(clientId, new DayRange(from, to), sums);
        }
    }

    private void addClient(String clientId, DayRange range, Map<Band, Long> sums) {
        for (ClientDay day : days.ofClient(clientId, range)) {
            day.totals(consumo.bands()).bands().forEach((band, energy) -> sums.merge(band, energy, Long::sum));
        }
    }

    private void addAll(LocalDate from, LocalDate to, Map<Band, Long> sums) {
        summedDays.days(from, to).forEach((day, load) -> add(day, load.hours(), sums));
    }

    private void add(LocalDate day, List<DayLoad.Hour> hours, Map<Band, Long> sums) {
        DayGrid grid = new DayGrid(day, consumo.zone(), IntervalLength.HOUR);
        for (int index = 0; index < hours.size(); index++) {
            Band band = consumo.bands().at(grid.start(index).getHour());
            sums.merge(band, hours.get(index).energy(), Long::sum);
        }
    }
}
