package io.consumo.archiver.archive;

import static io.consumo.archiver.ArchiveWords.day;
import static io.consumo.archiver.ArchiveWords.measured;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.archiver.ArchiveWords;
import io.consumo.archiver.ConsumerSchema;
import io.consumo.archiver.ConsumerSchema.Value;
import io.consumo.model.api.ArchiveRun;
import io.consumo.stack.TestStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** However the archiver ends, and whatever the consumer writes meanwhile, each accepted reading is in one place. */
class KilledArchiverIT {

    private static final ConsumerSchema CONSUMER = ConsumerSchema.create("Europe/Madrid");
    private static final String MONGO = TestStores.freshMongo();
    private static final List<LocalDate> DAYS = List.of(LocalDate.parse("2025-08-01"));
    private static final List<String> CLIENTS = List.of("C-1", "C-2", "C-3");

    @TempDir
    private static Path archive;

    private static ConfigurableApplicationContext nextArchiver;

    private final JdbcClient archiver =
            JdbcClient.create(new DriverManagerDataSource(CONSUMER.url(), "consumo_archiver", "consumo"));

    /** What the consumer accepted: the value that each slot must have in the end. */
    private final Map<String, Value> accepted = new TreeMap<>();

    private final Random random = new Random(7);
    private long revision = 10_000;

    @BeforeAll
    static void startTheArchiverThatIsNotKilled() {
        nextArchiver = KilledArchiver.archiver(settings());
    }

    @AfterAll
    static void end() {
        nextArchiver.close();
    }

    private static ArchiveRun nextRun() {
        return nextArchiver.getBean(ArchiveDays.class).run("next");
    }

    @BeforeEach
    void emptyStores() throws IOException {
        CONSUMER.empty();
        ArchiveWords.deleteAll(archive);
        accepted.clear();
        archiver.sql("truncate archive.operation, archive.archived_day, archive.changed_day")
                .update();
        for (LocalDate day : DAYS) {
            for (String client : CLIENTS) {
                accept(day(CONSUMER, client, day, 4_000));
            }
        }
        CONSUMER.follow();
        CONSUMER.age();
    }

    private void accept(List<Value> batch) {
        CONSUMER.receive(batch);
        synchronized (accepted) {
            batch.forEach(value -> accepted.merge(key(value), value, KilledArchiverIT::winner));
        }
    }

    private static Value winner(Value one, Value other) {
        return one.rank() >= other.rank() ? one : other;
    }

    private static String key(Value value) {
        return value.clientId() + " " + value.day() + " " + value.slot();
    }

    /** Corrects values of those very days, one batch after the other, and lets months and cases follow each. */
    private void correct(AtomicBoolean on) {
        while (on.get()) {
            List<Value> batch = new ArrayList<>();
            for (int value = 0; value < 4; value++) {
                batch.add(new Value(
                        CLIENTS.get(random.nextInt(CLIENTS.size())),
                        DAYS.get(random.nextInt(DAYS.size())),
                        60,
                        random.nextInt(23),
                        random.nextInt(9_000),
                        measured(revision++)));
            }
            accept(batch);
            CONSUMER.follow();
        }
    }

    /** Returns where it was killed, empty when it was done before. */
    private Optional<String> killed(String killAt) throws IOException, InterruptedException {
        Process process = start(killAt);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Optional<String> told =
                output.lines().filter(line -> line.contains("KILLED")).findFirst();
        assertThat(process.exitValue()).as(output).isEqualTo(told.isPresent() ? 137 : 0);
        return told;
    }

    private static Process start(String killAt) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                KilledArchiver.class.getName(),
                killAt));
        command.addAll(settings());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> settings() {
        return List.of(
                "--spring.main.web-application-type=none",
                "--spring.main.lazy-initialization=true",
                "--spring.datasource.url=" + CONSUMER.url(),
                "--spring.mongodb.uri=" + MONGO,
                "--consumo.kafka.servers=" + TestStores.kafka(),
                "--consumo.files.folder=" + archive,
                "--consumo.archive.quiet=0s",
                "--consumo.schedule.check-every=1d");
    }

    /** Whatever is found in any place, and how often. */
    private void everyAcceptedReadingIsInOnePlace(String told) throws Exception {
        Map<String, Value> found = new TreeMap<>();
        archiver.sql("""
                select client_id, day, minutes, slot - 1 as slot, e, r
                from consumption.daily_consumption, unnest(energy, rank) with ordinality as slots (e, r, slot)
                where e is not null
                """).query((ResultSet row) -> {
            once(found, value(row), told);
        });
        if (Files.exists(archive.resolve("readings"))) {
            try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = duckdb.createStatement();
                    ResultSet rows = statement.executeQuery("select client_id, day, minutes, slot, energy as e,"
                            + " revision + (1::bigint << 60) as r from read_parquet('" + archive
                            + "/readings/day=*/*.parquet', hive_partitioning = true)")) {
                while (rows.next()) {
                    once(found, value(rows), told);
                }
            }
        }
        // What waits to be filed is in neither; it takes precedence where it is newer.
        archiver.sql("select client_id, day, minutes, slot, energy as e, rank as r from consumption.late_reading")
                .query((ResultSet row) -> {
                    Value value = value(row);
                    found.merge(key(value), value, KilledArchiverIT::winner);
                });
        assertThat(found).as(told).isEqualTo(accepted);
    }

    private static void once(Map<String, Value> found, Value value, String told) {
        assertThat(found.put(key(value), value)).as(told + ": " + key(value)).isNull();
    }

    private static Value value(ResultSet row) throws SQLException {
        return new Value(
                row.getString("client_id"),
                row.getDate("day").toLocalDate(),
                row.getInt("minutes"),
                row.getInt("slot"),
                row.getInt("e"),
                row.getLong("r"));
    }

    private void nothingIsLeftToDo(String told) throws Exception {
        ArchiveRun run = nextRun();
        assertThat(run.state()).as(told + ": " + run).isEqualTo("DONE");
        assertThat(archiver.sql("select count(*) from archive.archived_day where state = 'DROPPED'")
                        .query(Integer.class)
                        .single())
                .as(told)
                .isEqualTo(DAYS.size());
        assertThat(archiver.sql("select count(*) from consumption.late_reading")
                        .query(Integer.class)
                        .single())
                .as(told)
                .isZero();
        assertThat(archiver.sql("select count(*) from archive.changed_day")
                        .query(Integer.class)
                        .single())
                .as(told)
                .isZero();
        for (LocalDate day : DAYS) {
            try (var files = Files.list(archive.resolve("readings/day=" + day))) {
                assertThat(files).as(told).hasSize(2);
            }
        }
        everyAcceptedReadingIsInOnePlace(told);
    }

    @Test
    void losesAndDoublesNothingWhereverItIsKilled() throws Exception {
        List<String> steps = stepsOfARunAndOfARevision();
        assertThat(steps)
                .contains("drop 1", "put r1.parquet 1", "put r2.parquet 1", "put manifest 1", "put manifest 2");
        for (String step : steps) {
            emptyStores();
            AtomicBoolean on = new AtomicBoolean(true);
            Thread consumer = Thread.ofPlatform().start(() -> correct(on));
            Optional<String> killed = killed(step);
            on.set(false);
            consumer.join();
            assertThat(killed).hasValue("KILLED after " + step);
            nothingIsLeftToDo(step);
        }
    }

    /** With a late reading, so that the steps towards a new file are among them. */
    private List<String> stepsOfARunAndOfARevision() {
        KilledArchiver.forgetSteps();
        nextRun();
        accept(List.of(new Value("C-1", DAYS.getFirst(), 60, 3, 777, measured(revision++))));
        nextRun();
        return KilledArchiver.steps();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void undoesTheSealWhenTheDiskTakesNoMoreInTheMidstOfAFile() throws Exception {
        // A file larger than the limit, which lets pass what the archiver writes to see whether it can.
        for (int client = 10; client < 200; client++) {
            accept(day(CONSUMER, "C-" + client, DAYS.getFirst(), 5_000 + 97 * client));
        }
        CONSUMER.follow();
        CONSUMER.age();

        Process process = start("full 5000");
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("state=FAILED", "cannot write " + archive, "File too large");
        try (var scratch = Files.list(archive.resolve(".scratch"))) {
            assertThat(scratch).isEmpty();
        }
        assertThat(archiver.sql("select count(*) from consumption.day_state where sealed_at is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        everyAcceptedReadingIsInOnePlace("full");
        nothingIsLeftToDo("full");
    }

    @Test
    void losesNothingWhenItIsKilledInTheMidstOfTheDrop() throws Exception {
        try (Connection reader = DriverManager.getConnection(CONSUMER.url(), "consumo_api", "consumo");
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from consumption.daily_consumption");
            Process process = start("never");
            awaitADropThatWaits();
            process.destroyForcibly().waitFor();
            reader.commit();
        }
        awaitThatPostgresNotices();
        // PostgreSQL may have gone on with it, or not; the archiver has not recorded it in either case.
        assertThat(archiver.sql("select state from archive.archived_day where day = :day")
                        .param("day", DAYS.getFirst())
                        .query(String.class)
                        .single())
                .isEqualTo("VERIFIED");
        nothingIsLeftToDo("killed during the drop");
    }

    /** It does when the drop is over, and ends the lease. */
    private void awaitThatPostgresNotices() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> archiver.sql("""
                        select not exists (select from pg_locks l join pg_database d on d.oid = l.database
                            where l.locktype = 'advisory' and d.datname = current_database())
                        """).query(Boolean.class).single());
    }

    private void awaitADropThatWaits() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> archiver.sql("""
                        select exists (select from pg_stat_activity
                            where query like '%drop_day%' and wait_event_type = 'Lock' and datname = current_database()
                              and pid <> pg_backend_pid())
                        """).query(Boolean.class).single());
    }
}
