package io.consumo.archiver.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.model.Energy;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.stack.fault.Fault;
import io.consumo.stack.fault.FaultPlan;
import io.consumo.stack.fault.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Readings are sent over HTTP and archived at once, while API, consumer, archiver and stores fail at seeded moments. What
 * was answered 202 is in its hour once, wherever it lies by then, months are the sums of their hours, cases are those of
 * the same readings when nothing fails, and what only the consumer refuses is in the dead letters, and nothing else.
 */
class SystemFaultsIT {

    private static final int USUAL_SEEDS = 3;
    private static final int CLIENTS = 9;

    /** Of more faults than strike in one seed. */
    private static final int STRIKES = 14;

    /** In which so much fails that what was killed works again for a while before something else does. */
    private static final Duration LOAD_A_FAULT = Duration.ofMillis(2500);

    private static final int BATCH = 80;
    private static final int BATCHES_PER_POISON = 4;
    private static final int BATCHES_PER_REPETITION = 5;
    private static final Duration ARCHIVER_PAUSE = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String LEFT_TO_DO = """
            select (select count(*) from consumption.dirty_mark) + (select count(*) from consumption.late_reading)
                + (select count(*) from archive.changed_day)
                + (select count(*) from consumption.daily_consumption where day < current_date - 35)
            """;

    /** Batches before the last fault of their seed: otherwise it was tested only that readings wait for better times. */
    private static final AtomicInteger ACCEPTED_MEANWHILE = new AtomicInteger();

    @TempDir
    private static Path home;

    private static RunningSystem system;
    private static ApiCaller api;
    private static JdbcClient postgres;
    private static LocalDate today;

    static LongStream seeds() throws IOException {
        return Seeds.of(SystemFaultsIT.class, USUAL_SEEDS);
    }

    @BeforeAll
    static void start() throws Exception {
        today = LocalDate.now(MeterReadings.MADRID);
        system = new RunningSystem(home);
        api = new ApiCaller(system.urlOf("api"));
        postgres = JdbcClient.create(new DriverManagerDataSource(system.postgresUrl(), "consumo_archiver", "consumo"));
        await("the API reads the stores").atMost(PATIENCE).ignoreExceptions().until(api::knowsNoClient);
    }

    @AfterAll
    static void end() {
        system.close();
        assertThat(ACCEPTED_MEANWHILE)
                .as("batches accepted while something failed")
                .hasPositiveValue();
    }

    @ParameterizedTest(name = "seed {0}", allowZeroInvocations = true)
    @MethodSource("seeds")
    void whateverFailsAcceptedReadingsAreInTheirHourOnce(long seed) throws IOException {
        Seeds.run(
                SystemFaultsIT.class,
                seed,
                () -> nothingIsLost("S" + seed + "x", system.faults(), STRIKES, new Random(seed)));
    }

    @Test
    void servicesThatAreToldToStopDoSoInTimeAndLoseNothing() throws Exception {
        List<Fault> stops = system.stops();
        nothingIsLost("stopped", stops, stops.size(), new Random(0));
    }

    /** @param faults as many of them strike */
    private static String nothingIsLost(String prefix, List<Fault> faults, int strikes, Random random)
            throws Exception {
        List<Reading> readings = MeterReadings.of(prefix, CLIENTS, today, random);
        List<Reading> poison = readings.stream()
                .limit(readings.size() / BATCH / BATCHES_PER_POISON)
                .map(reading -> poison(prefix, reading))
                .toList();
        FaultPlan plan = FaultPlan.of(faults, strikes, LOAD_A_FAULT.multipliedBy(strikes), random);
        System.out.printf("Faults of %s: %,d readings of %d clients%n%s", prefix, readings.size(), CLIENTS, plan);
        int meanwhile = plan.during(() -> send(prefix, readings, poison, plan));
        ACCEPTED_MEANWHILE.addAndGet(meanwhile);
        awaitNothingLeftToDo();

        for (int client = 0; client < CLIENTS; client++) {
            String id = prefix + client;
            LocalDate from = day(client);
            LocalDate to = from.plusDays(MeterReadings.DAYS);
            Map<Instant, String> expected = MeterReadings.hours(readings, id);
            // What a store kept away meanwhile is asked for again.
            await("hours of " + id)
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(api.hours(id, from, to)).isEqualTo(expected));
            await("months of " + id)
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(
                            () -> assertThat(api.months(id, from, to)).isEqualTo(MeterReadings.months(expected)));
        }
        assertThat(system.deadLetters(prefix)).isEqualTo(Set.copyOf(poison));
        int cases = casesAreThoseOfTwins(prefix, readings);
        return "%d readings of %d clients, %d batches accepted before the last fault, %d dead letters, %d cases; answers so far %s, runs of the archiver %s"
                .formatted(readings.size(), CLIENTS, meanwhile, poison.size(), cases, api.answers(), archiverRuns());
    }

    /** Who have the same readings, when nothing fails. Returns how many. */
    private static int casesAreThoseOfTwins(String prefix, List<Reading> readings) throws Exception {
        List<Integer> live = IntStream.range(0, CLIENTS)
                .filter(MeterReadings::isInTheWindow)
                .boxed()
                .toList();
        for (int client : live) {
            api.send(
                    lines(readings.stream()
                            .filter(reading -> reading.clientId().equals(prefix + client))
                            .map(reading -> like(reading, twin(prefix, client), reading.energy()))
                            .toList()),
                    "");
        }
        awaitNothingLeftToDo();
        int cases = 0;
        for (int client : live) {
            Set<String> expected = api.cases(twin(prefix, client));
            assertThat(api.cases(prefix + client))
                    .as("cases of client " + client)
                    .isEqualTo(expected);
            cases += expected.size();
        }
        assertThat(cases).as("cases to compare").isPositive();
        return cases;
    }

    /** How often it archived, and what kept it from that how often. */
    private static Map<String, Long> archiverRuns() {
        return postgres
                .sql("select coalesce(result, 'ended in the midst') as result, coalesce(error, '') as error"
                        + " from archive.operation")
                .query((row, number) -> row.getString("result")
                        + (row.getString("error").contains("cannot write") ? ", disk full" : ""))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static String twin(String prefix, int client) {
        return prefix + "-twin" + client;
    }

    private static void awaitNothingLeftToDo() {
        await("all is stored, followed up and archived")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(SystemFaultsIT::nothingIsLeftToDo);
    }

    /** The API believes it, the consumer does not. */
    private static Reading poison(String prefix, Reading good) {
        return like(good, prefix + "-poison", Energy.ofKwh(RunningSystem.CONSUMER_MAXIMUM_KWH + 1.0));
    }

    private static Reading like(Reading other, String client, Energy energy) {
        return new Reading(client, other.start(), other.length(), energy, other.quality(), other.revision());
    }

    private static LocalDate day(int client) {
        return MeterReadings.firstDay(client, today);
    }

    private static boolean nothingIsLeftToDo() throws Exception {
        api.startArchiver();
        return system.isAllStored()
                && postgres.sql(LEFT_TO_DO).query(Long.class).single() == 0;
    }

    /** Batch after batch, while the archiver runs again and again. Returns how many were accepted before the last fault. */
    private static int send(String prefix, List<Reading> readings, List<Reading> poison, FaultPlan plan)
            throws Exception {
        AtomicInteger accepted = new AtomicInteger();
        long late = System.nanoTime() + plan.lastBegin().toNanos();
        long loadMillis = plan.load().toMillis();
        int batches = (readings.size() + BATCH - 1) / BATCH;
        List<Future<?>> sent = new ArrayList<>();
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(4)) {
            var archiving = clock.scheduleWithFixedDelay(
                    SystemFaultsIT::archive, 0, ARCHIVER_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            for (int batch = 0; batch < batches; batch++) {
                String key = batch % 2 == 0 ? prefix + batch : "";
                boolean isRepeated = batch % BATCHES_PER_REPETITION == 0;
                String lines = lines(readings.subList(batch * BATCH, Math.min(readings.size(), (batch + 1) * BATCH)));
                sent.add(clock.schedule(
                        () -> {
                            api.send(lines, key);
                            if (System.nanoTime() < late) {
                                accepted.incrementAndGet();
                            }
                            if (isRepeated) {
                                api.send(lines, key);
                            }
                            return null;
                        },
                        loadMillis * batch / batches,
                        TimeUnit.MILLISECONDS));
            }
            for (int number = 0; number < poison.size(); number++) {
                String line = lines(List.of(poison.get(number)));
                sent.add(clock.schedule(
                        () -> {
                            api.send(line, "");
                            return null;
                        },
                        loadMillis * number / poison.size(),
                        TimeUnit.MILLISECONDS));
            }
            for (Future<?> one : sent) {
                one.get();
            }
            archiving.cancel(false);
        }
        return accepted.get();
    }

    private static void archive() {
        try {
            api.startArchiver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String lines(List<Reading> readings) {
        return readings.stream()
                .map(reading -> new String(ReadingJson.write(reading, MeterReadings.MADRID), UTF_8))
                .collect(Collectors.joining("\n"));
    }
}
