package io.consumo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.consumer.followup.FollowMarks;
import io.consumo.consumer.followup.FollowSchedule;
import io.consumo.consumer.ingest.IngestReadings;
import io.consumo.model.DayGrid;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.model.store.MonthDocument;
import io.consumo.stack.TestStores;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Whatever the order of the readings, however often they come, in whatever batches and by which of two consumers: rows,
 * months, baselines and cases are the same, and their sums are exact.
 */
class AnyOrderIT {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 20);

    /** 29 March has 23 hours. */
    private static final int DAYS = 40;

    /** The days around the one of 25 hours. */
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 24);

    private static final List<IntervalLength> LENGTHS = List.of(IntervalLength.values());

    private static Stores whole;
    private static Stores shared;
    private static Consumer alone;
    private static Consumer first;
    private static Consumer second;

    @BeforeContainer
    static void start() {
        whole = Stores.fresh();
        shared = Stores.fresh();
        alone = whole.consumer();
        first = shared.consumer();
        second = shared.consumer();
    }

    @AfterContainer
    static void stop() {
        List.of(alone, first, second).forEach(Consumer::close);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void theStoresAreTheSame(@ForAll long seed) {
        String prefix = "A" + Long.toHexString(seed) + "x";
        List<Reading> readings = readings(prefix, new Random(seed));
        alone.store(readings);
        alone.followAll();

        storeByTwo(readings, new Random(seed));
        first.followAll();

        StoredState expected = whole.state(prefix);
        assertThat(shared.state(prefix).differencesTo(expected)).isEmpty();
        assertThat(expected.baselines()).hasSize(3);
        assertThat(totalsOfMonths(expected)).isEqualTo(exactTotals(readings));
    }

    /** In another order, some of them again, in batches of any size, each by one of two that work at the same time. */
    private static void storeByTwo(List<Reading> readings, Random random) {
        List<Reading> troubled = new ArrayList<>(readings);
        readings.stream().filter(reading -> random.nextInt(4) == 0).forEach(troubled::add);
        Collections.shuffle(troubled, random);
        // Half of the time nearly in order, as meters send.
        if (random.nextBoolean()) {
            Map<Reading, Double> arrival = troubled.stream()
                    .distinct()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            reading -> reading.start().getEpochSecond() + 200_000 * random.nextDouble()));
            troubled.sort(Comparator.comparingDouble(arrival::get));
        }
        try (ExecutorService ofFirst = Executors.newSingleThreadExecutor();
                ExecutorService ofSecond = Executors.newSingleThreadExecutor()) {
            List<CompletableFuture<?>> work = new ArrayList<>();
            for (int begin = 0; begin < troubled.size(); ) {
                int end = Math.min(troubled.size(), begin + 1 + random.nextInt(400));
                List<Reading> batch = troubled.subList(begin, end);
                boolean byFirst = random.nextBoolean();
                boolean follows = random.nextInt(3) == 0;
                work.add(CompletableFuture.runAsync(
                        () -> (byFirst ? first : second).take(batch, follows), byFirst ? ofFirst : ofSecond));
                begin = end;
            }
            work.forEach(CompletableFuture::join);
        }
    }

    /** A client with a history that may raise cases, one that changes its meter, and one of which all is doubtful. */
    private static List<Reading> readings(String prefix, Random random) {
        List<Reading> readings = new ArrayList<>();
        int odd = random.nextInt(4);
        for (int day = 0; day < DAYS; day++) {
            boolean isOdd = day >= DAYS - 6;
            addDay(readings, prefix + "history", day, IntervalLength.HOUR, !isOdd ? 1 : odd * odd, random);
            addDay(
                    readings,
                    prefix + "meter",
                    day,
                    day < 25 ? IntervalLength.HOUR : IntervalLength.HALF_HOUR,
                    1,
                    random);
        }
        for (int index = 0; index < 500; index++) {
            IntervalLength length = LENGTHS.get(random.nextInt(3));
            LocalDate day = random.nextBoolean()
                    ? AUTUMN.plusDays(random.nextInt(3))
                    : FIRST_DAY.plusDays(36 + random.nextInt(3));
            DayGrid grid = new DayGrid(day, ReadingTopic.MADRID, length);
            readings.add(new Reading(
                    prefix + "doubtful",
                    grid.start(random.nextInt(grid.slots())).toInstant(),
                    length,
                    new Energy(random.nextInt(20_000)),
                    random.nextBoolean() ? Quality.MEASURED : Quality.ESTIMATED,
                    random.nextInt(4)));
        }
        return readings;
    }

    private static void addDay(
            List<Reading> readings, String client, int day, IntervalLength length, double factor, Random random) {
        DayGrid grid = new DayGrid(FIRST_DAY.plusDays(day), ReadingTopic.MADRID, length);
        for (int slot = 0; slot < grid.slots(); slot++) {
            double usual = 0.6 + 0.3 * Math.sin(grid.start(slot).getHour() / 4.0) + 0.2 * random.nextDouble();
            readings.add(new Reading(
                    client,
                    grid.start(slot).toInstant(),
                    length,
                    Energy.ofKwh(factor * usual / length.perHour()),
                    random.nextInt(50) == 0 ? Quality.ESTIMATED : Quality.MEASURED,
                    random.nextInt(3)));
        }
    }

    private static Map<String, Long> totalsOfMonths(StoredState state) {
        return state.months().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        month -> ((Document) month.getValue())
                                .get("total", Number.class)
                                .longValue(),
                        Long::sum,
                        TreeMap::new));
    }

    /** Worked out from the readings alone: of each slot the best value, of each clock hour the finest length. */
    private static Map<String, Long> exactTotals(List<Reading> readings) {
        record Slot(String client, java.time.Instant start, IntervalLength length) {}
        record Hour(String client, java.time.Instant start) {}
        Comparator<Reading> precedence = Comparator.comparing(Reading::quality)
                .thenComparing(Reading::revision)
                .thenComparing(Reading::energy);
        Map<Slot, Reading> best = new java.util.HashMap<>();
        readings.forEach(reading -> best.merge(
                new Slot(reading.clientId(), reading.start(), reading.length()),
                reading,
                (one, other) -> precedence.compare(one, other) >= 0 ? one : other));
        Map<Hour, Map<IntervalLength, List<Reading>>> hours = best.values().stream()
                .collect(Collectors.groupingBy(
                        reading -> new Hour(reading.clientId(), reading.start().truncatedTo(ChronoUnit.HOURS)),
                        Collectors.groupingBy(Reading::length, TreeMap::new, Collectors.toList())));
        Map<String, Long> totals = new TreeMap<>();
        hours.forEach((hour, lengths) -> {
            List<Reading> counted = lengths.values().stream()
                    .filter(ofLength ->
                            ofLength.size() == ofLength.getFirst().length().perHour())
                    .findFirst()
                    .orElseGet(() -> lengths.values().iterator().next());
            totals.merge(
                    MonthDocument.idOf(
                            hour.client(),
                            YearMonth.from(hour.start().atZone(ReadingTopic.MADRID))
                                    .toString()),
                    counted.stream()
                            .mapToLong(reading -> reading.energy().tenthsOfWattHour())
                            .sum(),
                    Long::sum);
        });
        return totals;
    }

    /** Empty databases. */
    private record Stores(String postgresUrl, String mongoUri) {

        static Stores fresh() {
            return new Stores(TestStores.freshPostgres(), TestStores.freshMongo());
        }

        /** A whole consumer that does nothing by itself. */
        Consumer consumer() {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(ConsumerApplication.class)
                    .run(
                            "--server.port=0",
                            "--spring.kafka.listener.auto-startup=false",
                            "--spring.kafka.bootstrap-servers=" + TestStores.kafka(),
                            "--spring.datasource.url=" + postgresUrl,
                            "--spring.mongodb.uri=" + mongoUri,
                            "--consumo.detection.silence.every=1h",
                            "--consumo.installation.zone=" + ReadingTopic.MADRID);
            context.getBean(FollowSchedule.class).stop();
            return new Consumer(context, context.getBean(IngestReadings.class), context.getBean(FollowMarks.class));
        }

        StoredState state(String prefix) {
            return StoredState.of(postgresUrl, mongoUri, prefix);
        }
    }

    private record Consumer(ConfigurableApplicationContext context, IngestReadings ingest, FollowMarks follow) {

        void take(List<Reading> batch, boolean follows) {
            store(batch);
            if (follows) {
                int unused = follow.follow();
            }
        }

        void store(List<Reading> batch) {
            ingest.ingest(batch, Map.of(0, batch.size()), List.of());
        }

        void followAll() {
            while (follow.follow() > 0) {
                // There may be more clients than one run takes.
            }
        }

        void close() {
            context.close();
        }
    }
}
