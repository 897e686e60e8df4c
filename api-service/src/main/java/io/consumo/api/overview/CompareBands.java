package io.consumo.api.overview;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.consumption.DailyQuery;
import io.consumo.api.consumption.KnownClients;
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

/** Compares the bands of the day, for a client or all, with as many days before. */
@Component
public final class CompareBands {

    private final SummedDays summedDays;
    private final DailyQuery days;
    private final KnownClients clients;
    private final ConsumoProperties consumo;

    CompareBands(SummedDays summedDays, DailyQuery days, KnownClients clients, ConsumoProperties consumo) {
        this.summedDays = summedDays;
        this.days = days;
        this.clients = clients;
        this.consumo = consumo;
    }

    /** @param clientId null for all clients */
    public BandComparison compare(@Nullable String clientId, DayRange range) {
        DayRange before =
                new DayRange(range.from().minusDays(range.days()), range.from().minusDays(1));
        Map<Band, Long> now = clientId == null ? ofAll(range) : ofClient(clientId, range);
        Map<Band, Long> then = clientId == null ? ofAll(before) : ofClient(clientId, before);
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

    private Map<Band, Long> ofClient(String clientId, DayRange range) {
        Map<Band, Long> sums = new EnumMap<>(Band.class);
        for (ClientDay day : days.ofClient(clientId, range)) {
            day.totals(consumo.bands()).bands().forEach((band, energy) -> sums.merge(band, energy, Long::sum));
        }
        return sums;
    }

    private Map<Band, Long> ofAll(DayRange range) {
        Map<Band, Long> sums = new EnumMap<>(Band.class);
        summedDays.days(range.from(), range.to()).forEach((day, load) -> add(day, load.hours(), sums));
        return sums;
    }

    private void add(LocalDate day, List<DayLoad.Hour> hours, Map<Band, Long> sums) {
        DayGrid grid = new DayGrid(day, consumo.zone(), IntervalLength.HOUR);
        for (int index = 0; index < hours.size(); index++) {
            Band band = consumo.bands().at(grid.start(index).getHour());
            sums.merge(band, hours.get(index).energy(), Long::sum);
        }
    }
}
