package io.consumo.archiver.archive;

import static io.consumo.archiver.ArchiveWords.day;
import static io.consumo.archiver.ArchiveWords.measured;
import static io.consumo.archiver.ArchiveWords.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.consumo.archiver.ArchiveWords;
import io.consumo.archiver.ConsumerSchema;
import io.consumo.archiver.ConsumerSchema.Value;
import io.consumo.archiver.files.ArchiveStore;
import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.StorageFailed;
import io.consumo.archiver.files.StoredFile;
import io.consumo.model.Topics;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.store.StoredDay;
import io.consumo.stack.TestStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class ArchivingIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final LocalDate OLD = TODAY.minusDays(31);
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ConsumerSchema CONSUMER = ConsumerSchema.create("Europe/Madrid");

    @TempDir
    static Path archive;

    @Autowired
    private ArchiveDays archiveDays;

    @Autowired
    private ArchiverLease lease;

    @Autowired
    private DayFiles files;

    @Autowired
    private FailingStore store;

    @Autowired
    private MongoDatabase mongo;

    @Autowired
    private JdbcClient jdbc;

    @TestConfiguration(proxyBeanMethods = false)
    static class Doubles {
        @Bean
        @Primary
        InstantSource fixedClock() {
            return InstantSource.fixed(NOW);
        }

        @Bean
        @Primary
        FailingStore failingStore(@Qualifier("folderArchiveStore") ArchiveStore store) {
            return new FailingStore(store);
        }
    }

    /** Fails to store whatever ends so. */
    static final class FailingStore implements ArchiveStore {

        private final ArchiveStore store;
        String refused = "nothing";

        FailingStore(ArchiveStore store) {
            this.store = store;
        }

        @Override
        public void put(String name, Path content) {
            refuse(name);
            store.put(name, content);
        }

        @Override
        public void put(String name, byte[] content) {
            refuse(name);
            store.put(name, content);
        }

        private void refuse(String name) {
            if (name.endsWith(refused)) {
                throw new StorageFailed(
                        "cannot store " + name + ": No space left on device",
                        new IOException("No space left on device"));
            }
        }

        @Override
        public Optional<StoredFile> open(String name) {
            return store.open(name);
        }

        @Override
        public List<String> list(String prefix) {
            return store.list(prefix);
        }

        @Override
        public void delete(String name) {
            store.delete(name);
        }

        @Override
        public void probe() {
            store.probe();
        }

        @Override
        public String location(String name) {
            return store.location(name);
        }
    }

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", CONSUMER::url);
        registry.add("spring.mongodb.uri", TestStores::freshMongo);
        registry.add("consumo.kafka.servers", TestStores::kafka);
        registry.add("consumo.files.folder", archive::toString);
        registry.add("consumo.archive.drop-attempts", () -> 4);
    }

    @BeforeEach
    void empty() throws IOException {
        store.refused = "nothing";
        CONSUMER.empty();
        ArchiveWords.deleteAll(archive);
        jdbc.sql("truncate archive.operation, archive.archived_day, archive.changed_day")
                .update();
        mongo.drop();
    }

    private void stored(LocalDate... days) {
        for (LocalDate day : days) {
            CONSUMER.receive(day(CONSUMER, "C-1", day, 4_000));
            CONSUMER.receive(day(CONSUMER, "C-2", day, 9_000));
        }
        CONSUMER.follow();
        CONSUMER.age();
    }

    private ArchiveRun run() {
        return archiveDays.run("ana");
    }

    private String state(LocalDate day) {
        return jdbc.sql("select state from archive.archived_day where day = :day")
                .param("day", day)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    private boolean sealed(LocalDate day) {
        return jdbc.sql("select sealed_at is not null from consumption.day_state where day = :day")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void movesWhatIsDueIntoFilesAndFreesItsRoom() {
        stored(OLD.minusDays(1), OLD, TODAY.minusDays(30), TODAY);
        long bytes = CONSUMER.bytesOf(OLD) + CONSUMER.bytesOf(OLD.minusDays(1));

        ArchiveRun run = run();

        assertThat(run.state()).as(run.toString()).isEqualTo("DONE");
        assertThat(run.done()).isEqualTo(2);
        assertThat(run.rows()).isEqualTo(4 * 24);
        assertThat(run.bytes()).isEqualTo(bytes);
        assertThat(CONSUMER.rows()).isEqualTo(4);
        assertThat(files.days()).containsExactly(OLD.minusDays(1), OLD);
        assertThat(rows(files, OLD)).containsOnlyKeys("C-1/60", "C-2/60");
        assertThat(rows(files, OLD).get("C-2/60").slots().energy(23)).isEqualTo(9_023);
        assertThat(rows(files, OLD).get("C-2/60").slots().rank(23)).isEqualTo(measured(1_023));
        assertThat(state(OLD)).isEqualTo("DROPPED");
        assertThat(archive.resolve("README.md")).exists();
        assertThat(run().done()).isZero();
    }

    @Test
    void leavesDaysWhoseMonthsAndCasesHaveNotFollowed() {
        stored(OLD);
        CONSUMER.jdbc()
                .sql("insert into consumption.dirty_mark (client_id, day) values ('C-2', :day)")
                .param("day", OLD)
                .update();

        assertThat(run().done()).isZero();
        lease.exclusively(held -> assertThat(held.days().seal(OLD, NOW)).isFalse());

        assertThat(sealed(OLD)).isFalse();
        assertThat(CONSUMER.rows()).isEqualTo(2);
    }

    @Test
    void filesLateReadingsInANewFileAndTellsTheConsumer() throws Exception {
        stored(OLD);
        run();
        CONSUMER.receive(List.of(
                new Value("C-1", OLD, 60, 3, 777, measured(5_000)),
                new Value("C-1", OLD, 60, 3, 778, measured(4_999)),
                new Value("C-3", OLD, 15, 95, 55, measured(1)),
                new Value("C-2", OLD, 60, 4, 1, measured(9))));
        assertThat(count("consumption.late_reading")).isEqualTo(4);

        ArchiveRun run = run();

        assertThat(run.state()).as(run.toString()).isEqualTo("DONE");
        assertThat(count("consumption.late_reading")).isZero();
        assertThat(rows(files, OLD)).containsOnlyKeys("C-1/60", "C-2/60", "C-3/15");
        assertThat(rows(files, OLD).get("C-1/60").slots().energy(3)).isEqualTo(777);
        assertThat(rows(files, OLD).get("C-2/60").slots().energy(4)).isEqualTo(9_004);
        assertThat(files.required(OLD).revision()).isEqualTo(2);
        assertThat(files.required(OLD).contents().clients()).isEqualTo(3);
        assertThat(files.required(OLD).file()).startsWith("r2-");
        try (var kept = Files.list(archive.resolve("readings/day=" + OLD))) {
            assertThat(kept).hasSize(2);
        }
        assertThat(count("archive.changed_day")).isZero();
        Map<String, StoredDay> told = told(2);
        assertThat(told).containsOnlyKeys("C-1", "C-3");
        assertThat(told.get("C-1").day()).isEqualTo(OLD);
        assertThat(told.get("C-1").lengths().getFirst().energy()).hasSize(24).startsWith(4_000, 4_001, 4_002, 777);
        assertThat(told.get("C-3").lengths().getFirst().minutes()).isEqualTo(15);
    }

    private static Map<String, StoredDay> told(int expected) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestStores.kafka(),
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest",
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        Map<String, StoredDay> days = new java.util.TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of(Topics.ARCHIVED_DAYS));
            long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (days.size() < expected && System.nanoTime() < giveUp) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    days.put(
                            new String(record.key(), StandardCharsets.UTF_8),
                            new JsonMapper().readValue(record.value(), StoredDay.class));
                }
            }
        }
        return days;
    }

    @Test
    void discardsLateReadingsThatChangeNothing() {
        stored(OLD);
        run();
        CONSUMER.receive(day(CONSUMER, "C-1", OLD, 4_000));
        assertThat(count("consumption.late_reading")).isEqualTo(24);

        assertThat(run().state()).isEqualTo("DONE");

        assertThat(count("consumption.late_reading")).isZero();
        assertThat(files.required(OLD).revision()).isEqualTo(1);
        assertThat(count("archive.changed_day")).isZero();
    }

    @Test
    void makesNoPartitionForADayThatIsArchived() {
        stored(OLD);
        run();
        CONSUMER.receive(List.of(new Value("C-1", OLD, 60, 3, 777, measured(5_000))));

        assertThat(jdbc.sql("select consumption.partition_of(:day) is null")
                        .param("day", OLD)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void holdsTheDaysOfClientsWithACaseUntilItIsLongClosed() {
        stored(OLD);
        mongo.getCollection("anomalies")
                .insertMany(List.of(
                        new Document("_id", "a").append("clientId", "C-1").append("status", "OPEN"),
                        new Document("_id", "b")
                                .append("clientId", "C-2")
                                .append("status", "CLEARED")
                                .append("updatedAt", Date.from(NOW))));

        run();

        assertThat(jdbc.sql("select client_id from consumption.held_daily")
                        .query(String.class)
                        .list())
                .containsExactly("C-1");
        CONSUMER.receive(List.of(new Value("C-1", OLD, 60, 3, 777, measured(5_000))));
        run();
        assertThat(jdbc.sql("select energy[4] from consumption.held_daily")
                        .query(Integer.class)
                        .single())
                .isEqualTo(777);

        decided("a", NOW.minus(Duration.ofDays(89)));
        run();
        assertThat(count("consumption.held_daily")).isEqualTo(1);
        decided("a", NOW.minus(Duration.ofDays(91)));
        run();
        assertThat(count("consumption.held_daily")).isZero();
    }

    private void decided(String id, Instant at) {
        mongo.getCollection("case_decisions").deleteMany(new Document());
        mongo.getCollection("case_decisions")
                .insertOne(new Document("_id", id).append("status", "DISMISSED").append("decidedAt", Date.from(at)));
    }

    @Test
    void undoesTheSealWhenThereIsNoRoomAndSaysSo() {
        stored(OLD);
        for (String refused : List.of(".parquet", "_manifest.json")) {
            store.refused = refused;

            ArchiveRun run = run();

            assertThat(run.state()).isEqualTo("FAILED");
            assertThat(run.error()).contains("No space left on device").contains(refused);
            assertThat(sealed(OLD)).isFalse();
            assertThat(state(OLD)).isEqualTo("none");
            assertThat(files.days()).isEmpty();
            assertThat(CONSUMER.rows()).isEqualTo(2);
        }
        store.refused = "nothing";
        CONSUMER.age();
        assertThat(run().state()).isEqualTo("DONE");
    }

    @Test
    void givesReadingsThatCameMeanwhileBackToTheRowsWhenASealIsUndone() {
        stored(OLD);
        lease.exclusively(held -> {
            assertThat(held.days().seal(OLD, NOW)).isTrue();
            CONSUMER.receive(List.of(
                    new Value("C-1", OLD, 60, 3, 777, measured(5_000)),
                    new Value("C-9", OLD, 60, 0, 5, measured(5_000))));
            assertThat(count("consumption.late_reading")).isEqualTo(2);
            held.days().unseal(OLD);
            return held;
        });

        assertThat(count("consumption.late_reading")).isZero();
        assertThat(count("consumption.dirty_mark")).isEqualTo(2);
        assertThat(jdbc.sql("select energy[4] from consumption.daily_consumption where client_id = 'C-1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(777);
        assertThat(CONSUMER.rows()).isEqualTo(3);
    }

    @Test
    void waitsForABatchThatWritesToTheDayItSeals() throws Exception {
        stored(OLD);
        try (Connection batch = DriverManager.getConnection(CONSUMER.url(), "consumo_consumer", "consumo");
                Statement statement = batch.createStatement()) {
            batch.setAutoCommit(false);
            statement.execute("select from consumption.day_state where day = '" + OLD + "' for share");
            Thread sealing = Thread.ofVirtual()
                    .start(() -> lease.exclusively(held -> held.days().seal(OLD, NOW)));
            assertThat(sealing.join(Duration.ofMillis(300))).isFalse();
            statement.execute("update consumption.daily_consumption set energy[1] = 42 where client_id = 'C-1'");
            statement.execute("insert into consumption.dirty_mark (client_id, day) values ('C-1', '" + OLD + "')");
            batch.commit();
            assertThat(sealing.join(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(sealed(OLD)).as("its month has not followed").isFalse();
    }

    @Test
    void neverDropsRowsThatAreNotWhatTheFileHolds() {
        stored(OLD);
        lease.exclusively(held -> held.days().seal(OLD, NOW));
        try (DayFiles.Draft draft = files.draft(OLD, 1, sink -> {})) {
            files.store(draft);
            files.commit(draft.manifest());
            lease.exclusively(held -> {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(
                                () -> held.days().drop(draft.manifest(), List.of(), Duration.ofSeconds(1))))
                        .hasMessageContaining("48 slots")
                        .hasMessageContaining("nothing is dropped");
                return held;
            });
        }
        assertThat(CONSUMER.rows()).isEqualTo(2);
    }

    @Test
    void neitherWaitsLongForAReaderNorMakesOthersWait() throws Exception {
        stored(OLD, TODAY);
        ArchiveRun run;
        List<Long> waits = new ArrayList<>();
        try (Connection reader = DriverManager.getConnection(CONSUMER.url(), "consumo_api", "consumo");
                Statement statement = reader.createStatement();
                Connection other = DriverManager.getConnection(CONSUMER.url(), "consumo_api", "consumo");
                Statement otherStatement = other.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from consumption.daily_consumption");
            Thread watching = Thread.ofVirtual().start(() -> {
                try {
                    while (!Thread.currentThread().isInterrupted()) {
                        long begun = System.nanoTime();
                        otherStatement.execute(
                                "select count(*) from consumption.daily_consumption where day = '" + TODAY + "'");
                        waits.add(System.nanoTime() - begun);
                    }
                } catch (java.sql.SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            run = run();
            watching.interrupt();
            watching.join();
            reader.commit();
        }
        assertThat(run.problems()).singleElement().asString().contains("others are at work on its rows");
        assertThat(state(OLD)).isEqualTo("VERIFIED");
        assertThat(waits)
                .isNotEmpty()
                .allMatch(wait -> wait < Duration.ofMillis(2_500).toNanos());

        assertThat(run().state()).isEqualTo("DONE");
        assertThat(state(OLD)).isEqualTo("DROPPED");
    }

    @Test
    void letsOneArchiverWorkAndTellsTheOther() {
        stored(OLD);
        lease.exclusively(held -> {
            ArchiveRun run = run();
            assertThat(run.state()).isEqualTo("FAILED");
            assertThat(run.error()).startsWith("another archiver is at work (").contains("connected since 20");
            return held;
        });
        assertThat(run().state()).isEqualTo("DONE");
    }

    @Test
    void touchesNoFileOfAnotherDatabase() {
        stored(OLD);
        run();
        jdbc.sql("truncate archive.archived_day").update();
        CONSUMER.empty();
        stored(OLD);

        ArchiveRun run = run();

        assertThat(run.problems()).singleElement().asString().contains("the archive holds this day already");
        assertThat(CONSUMER.rows()).isEqualTo(2);
        assertThat(sealed(OLD)).isFalse();
        assertThat(files.required(OLD).revision()).isEqualTo(1);
    }

    @Test
    void buildsNothingOnADamagedFile() throws IOException {
        stored(OLD);
        run();
        CONSUMER.receive(List.of(new Value("C-1", OLD, 60, 3, 777, measured(5_000))));
        Path file = Path.of(files.location(files.required(OLD)));
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);

        ArchiveRun run = run();

        assertThat(run.problems())
                .singleElement()
                .asString()
                .contains(file.toString())
                .contains("its SHA-256 is");
        assertThat(count("consumption.late_reading")).isEqualTo(1);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        assertThat(run().state()).isEqualTo("DONE");
        assertThat(rows(files, OLD).get("C-1/60").slots().energy(3)).isEqualTo(777);
    }
}
