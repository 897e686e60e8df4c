package io.consumo.api.overview;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.Remembered;
import io.consumo.api.access.DemoPasswords;
import io.consumo.api.anomalies.AnomalyFigures;
import io.consumo.api.anomalies.AnomalyQuery;
import io.consumo.api.anomalies.OpenCase;
import io.consumo.model.AnomalyType;
import io.consumo.model.DayGrid;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Severity;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Overview;
import io.consumo.model.api.PipelinePart;
import io.consumo.model.store.CaseDocument.Range;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the figures at a glance together. */
@Component
public class ReadOverview {

    private static final Duration SPARKLINE = Duration.ofHours(24);

    private final CurrentLoad load;
    private final LoadQuery loadQuery;
    private final CheckPipeline pipeline;
    private final ConsumoProperties consumo;
    private final OverviewProperties settings;
    private final DemoPasswords demoPasswords;
    private final Clock clock;
    private final Remembered<List<OpenCase>> cases;

    ReadOverview(
            CurrentLoad load,
            LoadQuery loadQuery,
            AnomalyQuery anomalies,
            CheckPipeline pipeline,
            ConsumoProperties consumo,
            OverviewProperties settings,
            DemoPasswords demoPasswords,
            Clock clock) {
        this.load = load;
        this.loadQuery = loadQuery;
        this.pipeline = pipeline;
        this.consumo = consumo;
        this.settings = settings;
        this.demoPasswords = demoPasswords;
        this.clock = clock;
        this.cases = Remembered.costly(
                settings.freshFor(), () -> anomalies.openSince(clock.instant().minus(SPARKLINE)));
    }

    public Overview now() {
        Instant now = clock.instant();
        DayLoad today = load.day(LocalDate.now(clock));
        List<OpenCase> known = cases.get();
        List<OpenCase> open = known.stream().filter(its -> its.isOpenAt(now)).toList();
        Optional<PipelinePart> consumer = pipeline.part("consumer");
        return new Overview(
                load.clients(),
                load.reporting(),
                kwh(sum(today, DayLoad.Hour::energy)),
                yesterdaySameHours(today),
                sum(today, hour -> (long) hour.readings()),
                consumer.map(PipelinePart::rate).orElse(0.0),
                loadQuery.lastReadingAt(),
                consumer.map(PipelinePart::lagSeconds).orElse(null),
                count(open, OpenCase::type, AnomalyType.class),
                count(open, OpenCase::severity, Severity.class),
                lostMoney(open, now),
                pipeline.stores(),
                consumo.zone().getId(),
                demoPasswords.inForce(),
                Map.of(
                        "kwh", load.lastDay(hour -> kwh(hour.energy())),
                        "clients", load.lastDay(hour -> BigDecimal.valueOf(hour.clients())),
                        "readings", load.lastDay(hour -> BigDecimal.valueOf(hour.readings())),
                        "open", hourly(now, hour -> openAt(known, hour)),
                        "lost", hourly(now, hour -> lostMoney(known, hour).mid())));
    }

    /** What yesterday held in the hours that today has anything of. */
    private @Nullable BigDecimal yesterdaySameHours(DayLoad today) {
        Set<Integer> present = new HashSet<>();
        for (int index = 0; index < today.hours().size(); index++) {
            if (today.hours().get(index).clients() > 0) {
                present.add(localHour(today.day(), index));
            }
        }
        DayLoad yesterday = load.day(today.day().minusDays(1));
        long energy = 0;
        boolean any = false;
        for (int index = 0; index < yesterday.hours().size(); index++) {
            DayLoad.Hour hour = yesterday.hours().get(index);
            if (hour.clients() > 0 && present.contains(localHour(yesterday.day(), index))) {
                energy += hour.energy();
                any = true;
            }
        }
        return any ? kwh(energy) : null;
    }

    private int localHour(LocalDate day, int index) {
        return new DayGrid(day, consumo.zone(), IntervalLength.HOUR)
                .start(index)
                .getHour();
    }

    private Anomaly.MoneyRange lostMoney(List<OpenCase> known, Instant at) {
        List<OpenCase> fraud = known.stream()
                .filter(its -> its.type() == AnomalyType.FRAUD && its.isOpenAt(at))
                .toList();
        Range sum = fraud.stream()
                .map(OpenCase::lostMoney)
                .reduce(
                        Range.NONE,
                        (one, other) ->
                                new Range(one.low() + other.low(), one.mid() + other.mid(), one.high() + other.high()));
        return AnomalyFigures.money(
                sum, fraud.isEmpty() ? settings.currency() : fraud.getFirst().currency());
    }

    private static BigDecimal openAt(List<OpenCase> known, Instant at) {
        return BigDecimal.valueOf(known.stream().filter(its -> its.isOpenAt(at)).count());
    }

    /** At the end of each of the last 24 clock hours; the last one is under way. */
    private static List<@Nullable BigDecimal> hourly(Instant now, Function<Instant, BigDecimal> figure) {
        List<@Nullable BigDecimal> figures = new ArrayList<>();
        Instant begin = now.truncatedTo(ChronoUnit.HOURS);
        for (long back = SPARKLINE.toHours() - 2; back >= 0; back--) {
            figures.add(figure.apply(begin.minus(Duration.ofHours(back))));
        }
        figures.add(figure.apply(now));
        return figures;
    }

    private static <E extends Enum<E>> Map<E, Integer> count(
            List<OpenCase> open, Function<OpenCase, E> by, Class<E> kinds) {
        Map<E, Integer> counts = new EnumMap<>(kinds);
        for (E kind : kinds.getEnumConstants()) {
            counts.put(kind, 0);
        }
        open.forEach(its -> counts.merge(by.apply(its), 1, Integer::sum));
        return counts;
    }

    private static long sum(DayLoad day, Function<DayLoad.Hour, Long> figure) {
        return day.hours().stream().mapToLong(figure::apply).sum();
    }

    private static BigDecimal kwh(long tenthsOfWattHour) {
        return new Energy(tenthsOfWattHour).toKwh();
    }
}
