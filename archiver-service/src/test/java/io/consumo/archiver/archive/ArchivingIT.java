package io.consumo.archiver.archive;

import static io.consumo.archiver.ArchiveWords.day;
import static io.consumo.archiver.ArchiveWords.measured;
import static io.consumo.archiver.ArchiveWords.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoDatabase;
import io.consumo.archiver.ArchiveWords;
import io.consumo.archiver.ConsumerSchema;
import io.consumo.archiver.ConsumerSchema.Value;
import io.consumo.archiver.audit.OperationFilter;
import io.consumo.archiver.audit.OperationLog;
import io.consumo.archiver.audit.Operations;
import io.consumo.archiver.erasure.EraseClient;
import io.consumo.archiver.files.ArchiveStore;
import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.StorageFailed;
import io.consumo.archiver.files.StoredFile;
import io.consumo.archiver.files.domain.DayRow;
import io.consumo.archiver.history.ClientHistory;
import io.consumo.archiver.restore.NothingArchived;
import io.consumo.archiver.restore.RestoreDays;
import io.consumo.archiver.restore.Restores;
import io.consumo.model.CaseStatus;
import io.consumo.model.DismissalReason;
import io.consumo.model.Topics;
import io.consumo.model.api.ArchiveDay;
import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.RestorePreview;
import io.consumo.model.api.RestoreRequest;
import io.consumo.model.store.DecisionDocument;
import io.consumo.model.store.FoundDay;
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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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
    private VerifyDays verifyDays;

    @Autowired
    private ArchiveSchedule schedule;

    @Autowired
    private DescribeArchive describeArchive;

    @Autowired
    private Operations operations;

    @Autowired
    private OperationLog log;

    @Autowired
    private RestoreDays restoreDays;

    @Autowired
    private Restores restores;

    @Autowired
    private ClientHistory history;

    @Autowired
    private EraseClient eraseClient;

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
        public void clearUnfinished() {
            store.clearUnfinished();
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
        registry.add("consumo.schedule.check-every", () -> "1d");
    }

    @BeforeEach
    void empty() throws IOException {
        store.refused = "nothing";
        CONSUMER.empty();
        restores.all().forEach(restore -> restores.release(restore.id(), NOW));
        jdbc.sql("delete from archive.restore").update();
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
        DecisionDocument.Entry dismissed = new DecisionDocument.Entry(
                1, at, "ana", CaseStatus.DISMISSED, null, DismissalReason.OTHER, null, false);
        var decisions = mongo.getCollection(DecisionDocument.COLLECTION, DecisionDocument.class);
        decisions.deleteMany(new Document());
        decisions.insertOne(DecisionDocument.none(id).with(dismissed, at));
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
    void undoesTheSealWhereNoFileCanBeMadeAndSaysWhere() throws IOException {
        stored(OLD.minusDays(1), OLD);
        // Not even root can make a file in a file; the second one is found after the day was sealed.
        for (String taken : List.of("readings", "readings/day=" + OLD.minusDays(1))) {
            Path inTheWay = archive.resolve(taken);
            Files.createDirectories(inTheWay.getParent());
            Files.createFile(inTheWay);

            ArchiveRun run = run();

            assertThat(run.state()).as(run.toString()).isEqualTo("FAILED");
            assertThat(run.error()).contains(inTheWay.toString()).contains("MB are free");
            assertThat(sealed(OLD.minusDays(1))).isFalse();
            assertThat(sealed(OLD)).isFalse();
            assertThat(CONSUMER.rows()).isEqualTo(4);
            Files.delete(inTheWay);
            CONSUMER.age();
        }
        assertThat(run().state()).isEqualTo("DONE");
        assertThat(files.days()).containsExactly(OLD.minusDays(1), OLD);
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
                assertThat(catchThrowable(() -> held.days().drop(draft.manifest(), List.of(), Duration.ofSeconds(1))))
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

    @Test
    void restoresEverySlotAndTellsWhereEachDayCameFrom() {
        stored(OLD.minusDays(2), OLD.minusDays(1), OLD);
        mongo.getCollection("anomalies")
                .insertOne(new Document("_id", "a").append("clientId", "C-2").append("status", "OPEN"));
        List<Map<String, Object>> before = rowsOf("consumption.daily_consumption");
        run();

        RestoreRequest request = new RestoreRequest(OLD.minusDays(2), OLD.plusDays(1), null);
        RestorePreview preview = restoreDays.preview(request);
        assertThat(preview.rows()).isEqualTo(3 * 2 * 24);
        assertThat(preview.notArchived()).containsExactly(OLD.plusDays(1));
        ArchiveRun run = finished(restoreDays.start("ana", request));

        assertThat(run.state()).as(run.toString()).isEqualTo("DONE");
        assertThat(rowsOf("archive.restored_daily")).isEqualTo(before);
        String id = restoreDays.all().getFirst().id();
        assertThat(restoreDays.all().getFirst().rows()).isEqualTo(3 * 2 * 24);

        assertThat(sources("C-1")).containsExactly("restored", "restored", "restored");
        assertThat(sources("C-2")).containsExactly("held", "held", "held");
        restoreDays.release("ana", id);
        assertThat(sources("C-1")).containsExactly("archive", "archive", "archive");
        assertThat(history.ofClient("C-1", OLD, OLD)
                        .getFirst()
                        .day()
                        .toClientDay(ZoneId.of("Europe/Madrid"))
                        .lengths()
                        .getFirst())
                .isEqualTo(rows(files, OLD).get("C-1/60").slots());
        assertThat(history.ofClient("C-9", OLD, OLD)).isEmpty();
        assertThatThrownBy(() -> history.ofDay(TODAY, 0, 1))
                .isInstanceOf(NothingArchived.class)
                .hasMessageContaining(TODAY.toString());
        assertThat(history.ofDay(OLD, 1, 1).content())
                .extracting(StoredDay::clientId)
                .containsExactly("C-2");
        assertThat(count("archive.restored_daily")).isZero();
    }

    @Test
    void aRestoreKeepsNobodyFromReadingWhileItLoads() {
        String id = restores.begin(new RestoreRequest(OLD, OLD, null), "ana", NOW, NOW.plus(Duration.ofDays(7)));

        restores.load(id, days -> assertThat(CompletableFuture.supplyAsync(() -> restores.ofClient("C-1", OLD, OLD)))
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(List.of()));
    }

    @Test
    void keepsARestoreUpWithLateReadingsAndEndsItInTime() {
        stored(OLD);
        run();
        finished(restoreDays.start("ana", new RestoreRequest(OLD, OLD, "C-1")));
        assertThat(count("archive.restored_daily")).isEqualTo(1);
        CONSUMER.receive(List.of(new Value("C-1", OLD, 60, 3, 777, measured(5_000))));
        run();

        assertThat(history.ofClient("C-1", OLD, OLD)
                        .getFirst()
                        .day()
                        .lengths()
                        .getFirst()
                        .energy()
                        .get(3))
                .isEqualTo(777);
        assertThat(restores.expired(NOW.plus(Duration.ofDays(7)))).hasSize(1);
        assertThat(restores.expired(NOW.plus(Duration.ofDays(6)))).isEmpty();
    }

    @Test
    void saysSoWhenThereIsNothingToRestore() {
        assertThat(catchThrowable(() -> restoreDays.start("ana", new RestoreRequest(OLD, OLD, null))))
                .hasMessage("no day from 2026-10-24 to 2026-10-24 is archived");
        assertThat(catchThrowable(() -> restoreDays.release("ana", "99999")))
                .hasMessageContaining("there is no restore 99999");
    }

    @Test
    void forgetsAClientEverywhereAndNobodyElse() {
        stored(OLD.minusDays(1), OLD, TODAY);
        mongo.getCollection("anomalies")
                .insertMany(List.of(
                        new Document("_id", "a").append("clientId", "C-1").append("status", "OPEN"),
                        new Document("_id", "b").append("clientId", "C-2").append("status", "OPEN")));
        mongo.getCollection("monthly_consumption")
                .insertMany(List.of(
                        new Document("_id", "C-1:2026-10").append("clientId", "C-1"),
                        new Document("_id", "C-2:2026-10").append("clientId", "C-2")));
        run();
        finished(restoreDays.start("ana", new RestoreRequest(OLD, OLD, null)));
        Map<String, DayRow> other = rows(files, OLD);

        ArchiveRun run = finished(eraseClient.start("ana", "C-1"));

        assertThat(run.state()).as(run.toString()).isEqualTo("DONE");
        other.remove("C-1/60");
        assertThat(rows(files, OLD)).isEqualTo(other);
        for (String table :
                List.of("consumption.daily_consumption", "consumption.held_daily", "archive.restored_daily")) {
            assertThat(jdbc.sql("select distinct client_id from " + table)
                            .query(String.class)
                            .list())
                    .as(table)
                    .containsExactly("C-2");
        }
        assertThat(jdbc.sql("select client_id from consumption.erased_client")
                        .query(String.class)
                        .list())
                .as("what the topic brings again")
                .containsExactly("C-1");
        assertThat(mongo.getCollection("anomalies").countDocuments()).isEqualTo(1);
        assertThat(mongo.getCollection("monthly_consumption").countDocuments()).isEqualTo(1);
        assertThat(jdbc.sql("select who, parameters ->> 'client' as client from archive.operation where kind = 'ERASE'")
                        .query()
                        .singleRow())
                .containsEntry("who", "ana")
                .containsEntry("client", "C-1");
    }

    @Test
    void tellsDamageWithTheFileAndGoesOnUntilAllAreRead() throws IOException {
        stored(OLD.minusDays(2), OLD.minusDays(1), OLD);
        run();
        Path file = Path.of(files.location(files.required(OLD.minusDays(1))));
        Files.write(file, new byte[] {1, 2, 3});
        Files.delete(archive.resolve("readings/day=" + OLD + "/_manifest.json"));

        ArchiveRun run = finished(verifyDays.start("ana", VerifyDays.Range.ALL));

        assertThat(run.state()).isEqualTo("FAILED");
        assertThat(run.done()).isEqualTo(1);
        assertThat(run.problems()).hasSize(2);
        assertThat(run.problems().getFirst()).contains(file.toString()).contains("(3 bytes), the manifest says");
        assertThat(run.problems().getLast()).contains("_manifest.json: it is missing");
        assertThat(describeArchive.summary(0).damaged())
                .extracting(ArchiveDay::day)
                .containsExactly(OLD.minusDays(1), OLD);
        assertThat(describeArchive.summary(0).days()).isEqualTo(3);
    }

    @Test
    void drillsReadWhatWasUnreadForLongestSoThatAllHaveTheirTurnWithinAMonth() {
        stored(OLD.minusDays(2), OLD.minusDays(1), OLD);
        run();
        jdbc.sql(
                        "update archive.archived_day set checked_at = :now::timestamptz - (day - :first::date) * interval '1 day'")
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .param("first", OLD.minusDays(3))
                .update();

        for (LocalDate longest : List.of(OLD, OLD.minusDays(1), OLD.minusDays(2))) {
            assertThat(describeArchive.summary(0).oldestCheckDay()).isEqualTo(longest);
            assertThat(describeArchive.summary(0).oldestCheckAt()).isBefore(NOW);
            assertThat(verifyDays.drill("schedule", 3).done()).isEqualTo(1);
        }

        assertThat(describeArchive.summary(0).oldestCheckAt()).isEqualTo(NOW);
        verifyDays.drill("schedule", 28);
        verifyDays.drill("schedule", 29);
        assertThat(audited(null, "schedule", null))
                .extracting(operation -> operation.parameters().get("days"))
                .containsExactly("2", "1", "1", "1", "1");
    }

    @Test
    void keepsEveryOperationAndFindsItByWhatIsAsked() {
        stored(OLD);
        run();
        finished(restoreDays.start("ben", new RestoreRequest(OLD, OLD, null)));
        restoreDays.release("ana", restoreDays.all().getFirst().id());
        finished(eraseClient.start("ana", "C-1"));
        finished(verifyDays.start("eva", VerifyDays.Range.ALL));
        store.refused = "_manifest.json";
        CONSUMER.receive(List.of(new Value("C-2", OLD, 60, 3, 777, measured(5_000))));
        run();
        store.refused = "nothing";
        run();
        run();

        assertThat(audited(null, null, null))
                .extracting(ArchiveOperation::kind)
                .containsExactly("ARCHIVE", "ARCHIVE", "ARCHIVE", "VERIFY", "ERASE", "RELEASE", "RESTORE", "ARCHIVE");
        assertThat(audited("RESTORE", null, null)).singleElement().satisfies(restore -> {
            assertThat(restore.who()).isEqualTo("ben");
            assertThat(restore.parameters())
                    .containsEntry("client", "all")
                    .containsEntry("from", OLD.toString())
                    .containsEntry("to", OLD.toString());
            assertThat(restore.rows()).isEqualTo(48);
            assertThat(restore.bytes()).isPositive();
            assertThat(restore.seconds()).isNotNull();
            assertThat(restore.result()).isEqualTo("DONE");
        });
        assertThat(audited(null, "ana", "FAILED")).singleElement().satisfies(failed -> assertThat(failed.error())
                .contains("No space left on device"));
        assertThat(audited(null, "nobody", null)).isEmpty();
        assertThat(log.find(new OperationFilter(null, null, null, NOW, NOW.plusSeconds(1)), 1, 3)
                        .content())
                .extracting(ArchiveOperation::kind)
                .containsExactly("VERIFY", "ERASE", "RELEASE");
        assertThat(log.find(new OperationFilter(null, null, null, null, NOW), 0, 3)
                        .content())
                .isEmpty();
    }

    private List<ArchiveOperation> audited(@Nullable String kind, @Nullable String who, @Nullable String result) {
        return log.find(new OperationFilter(kind, who, result, null, null), 0, 50)
                .content();
    }

    @Test
    void tellsFilesThatItsDatabaseKnowsNothingOf() {
        stored(OLD);
        run();
        jdbc.sql("truncate archive.archived_day").update();

        ArchiveRun run = finished(verifyDays.start("ana", VerifyDays.Range.ALL));

        assertThat(run.problems())
                .containsExactly(OLD + ": it is in the archive, but this database knows nothing of it");
    }

    @Test
    void catchesUpWithTheRunsThatItMissed() {
        jdbc.sql("truncate archive.operation").update();
        CONSUMER.jdbc()
                .sql("update consumption.installation set created_at = :at")
                .param("at", NOW.minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(schedule.isDue()).isFalse();
        assertThat(schedule.next()).isEqualTo(Instant.parse("2026-11-25T01:30:00Z"));

        CONSUMER.jdbc()
                .sql("update consumption.installation set created_at = :at")
                .param("at", NOW.minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(schedule.isDue()).isTrue();
        stored(OLD);
        schedule.runWhatIsDue();
        assertThat(state(OLD)).isEqualTo("DROPPED");
        assertThat(schedule.isDue()).isFalse();
        assertThat(jdbc.sql("select kind from archive.operation where who = 'schedule' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("ARCHIVE", "VERIFY");
    }

    private List<Map<String, Object>> rowsOf(String table) {
        return jdbc.sql("select client_id, day, minutes, energy::text, rank::text from " + table
                        + " order by client_id, day, minutes")
                .query()
                .listOfRows();
    }

    private List<String> sources(String client) {
        return history.ofClient(client, OLD.minusDays(2), OLD).stream()
                .map(FoundDay::source)
                .toList();
    }

    private ArchiveRun finished(ArchiveRun started) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> operations.find(started.id()).orElseThrow(), run -> !run.state()
                        .equals("RUNNING"));
    }
}
