package io.consumo.consumer.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.ConsumerApplication;
import io.consumo.consumer.ReadingTopic;
import io.consumo.consumer.StoredState;
import io.consumo.consumer.detection.Backlog;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.Topics;
import io.consumo.stack.RestartableStore;
import io.consumo.stack.TestStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two consumers share a stream of troubled readings while they, PostgreSQL and MongoDB are killed at random moments and
 * started again. In the end the stores hold what one consumer makes of the same readings that nothing happens to.
 * {@code -Dconsumo.seeds=N} tries N seeds.
 */
class FaultsIT {

    private static final int CLIENTS = 45;
    private static final long LOAD_MILLIS = 12_000;
    private static final int SLICES = 120;
    private static final int STRIKES = 7;
    private static final int LONGEST_OUTAGE_MILLIS = 1500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private static Path home;

    private static final List<AutoCloseable> CLOSED_AT_THE_END = new ArrayList<>();

    private static RestartableStore postgres;
    private static RestartableStore mongo;
    private static ConsumerProcess first;
    private static ConsumerProcess second;
    private static KafkaProducer<byte[], byte[]> topic;
    private static String postgresUrl;
    private static String mongoUri;
    private static String undisturbedPostgresUrl;
    private static String undisturbedMongoUri;
    private static ConfigurableApplicationContext undisturbed;
    private static List<Target> targets;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("consumo.seeds", 3));
    }

    @BeforeAll
    static void start() throws Exception {
        RestartableStore kafka = closed(RestartableStore.start("kafka", home));
        postgres = closed(RestartableStore.start("postgres", home));
        mongo = closed(RestartableStore.start("mongo", home));
        postgresUrl = "jdbc:postgresql://" + postgres.address() + "/consumo";
        mongoUri = "mongodb://" + mongo.address() + "/consumo";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.READINGS, Topics.PARTITIONS, (short) 1),
                            new NewTopic(Topics.ARCHIVED_DAYS, 1, (short) 1)))
                    .all()
                    .get();
        }
        topic = closed(new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.address()), new ByteArraySerializer(), new ByteArraySerializer()));
        Path logs = Files.createDirectories(Path.of("target", "faults"));
        List<String> settings = settings(kafka, postgresUrl, mongoUri, "consumo-consumer");
        first = closed(new ConsumerProcess(logs.resolve("first.log"), settings));
        second = closed(new ConsumerProcess(logs.resolve("second.log"), settings));
        targets = List.of(
                new Target("first consumer", first::kill, first::start),
                new Target("second consumer", second::kill, second::start),
                new Target("PostgreSQL", postgres::kill, postgres::restart),
                new Target("MongoDB", mongo::kill, mongo::restart));
        first.start();
        second.start();
        undisturbedPostgresUrl = TestStores.freshPostgres();
        undisturbedMongoUri = TestStores.freshMongo();
        List<String> own = new ArrayList<>(settings(kafka, undisturbedPostgresUrl, undisturbedMongoUri, "undisturbed"));
        own.add("--server.port=0");
        undisturbed = closed(new SpringApplicationBuilder(ConsumerApplication.class).run(own.toArray(String[]::new)));
    }

    private static List<String> settings(RestartableStore kafka, String postgres, String mongo, String group) {
        return List.of(
                "--spring.kafka.bootstrap-servers=" + kafka.address(),
                "--spring.datasource.url=" + postgres,
                "--spring.mongodb.uri=" + mongo,
                "--spring.kafka.consumer.group-id=" + group,
                "--consumo.installation.zone=" + ReadingTopic.MADRID,
                // The least that the broker allows: so long a killed consumer's partitions lie idle.
                "--spring.kafka.consumer.properties.session.timeout.ms=6000",
                "--consumo.ingest.longest-pause=1s",
                "--consumo.followup.longest-pause=1s");
    }

    private static <T extends AutoCloseable> T closed(T resource) {
        CLOSED_AT_THE_END.addFirst(resource);
        return resource;
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable resource : CLOSED_AT_THE_END) {
            resource.close();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsKilledTheStoresEndUpTheSame(long seed) throws Exception {
        String prefix = "S" + seed + "x";
        List<Reading> readings = TroubledStream.of(prefix, CLIENTS, seed);
        System.out.printf("Faults with seed %d: %,d readings of %d clients%n", seed, readings.size(), CLIENTS);
        send(readings, new Random(seed));

        await("all is stored and followed up")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        first.isDone() && undisturbed.getBean(Backlog.class).isEmpty());
        StoredState disturbed = StoredState.of(postgresUrl, mongoUri, prefix);
        StoredState expected = StoredState.of(undisturbedPostgresUrl, undisturbedMongoUri, prefix);
        System.out.printf("Faults with seed %d: %s%n", seed, expected);
        assertThat(disturbed.differencesTo(expected)).isEmpty();
        // There was something to get wrong.
        assertThat(expected.rows().size()).isGreaterThan(CLIENTS * TroubledStream.DAYS);
        assertThat(expected.months().size()).isEqualTo(3 * CLIENTS);
        assertThat(expected.baselines().size()).isEqualTo(CLIENTS);
        assertThat(expected.cases().size()).isGreaterThanOrEqualTo(CLIENTS / 10);
    }

    /** Sends the readings little by little while things are killed. */
    private static void send(List<Reading> readings, Random random) throws InterruptedException, ExecutionException {
        List<Future<?>> todo = new ArrayList<>();
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(4)) {
            for (int slice = 0; slice < SLICES; slice++) {
                List<Reading> part =
                        readings.subList(readings.size() * slice / SLICES, readings.size() * (slice + 1) / SLICES);
                todo.add(clock.schedule(
                        () -> part.forEach(FaultsIT::send), LOAD_MILLIS * slice / SLICES, TimeUnit.MILLISECONDS));
            }
            for (int strike = 0; strike < STRIKES; strike++) {
                long at = random.nextLong(LOAD_MILLIS);
                long outage = random.nextLong(LONGEST_OUTAGE_MILLIS);
                Target target = targets.get(strike < targets.size() ? strike : random.nextInt(targets.size()));
                System.out.printf("  %s is killed after %d ms, for %d ms at least%n", target.name(), at, outage);
                todo.add(clock.schedule(target.kill(), at, TimeUnit.MILLISECONDS));
                todo.add(clock.schedule(target.start(), at + outage, TimeUnit.MILLISECONDS));
            }
            for (Future<?> one : todo) {
                one.get();
            }
        }
        topic.flush();
    }

    private static void send(Reading reading) {
        Future<?> unused = topic.send(new ProducerRecord<>(
                Topics.READINGS, reading.clientId().getBytes(UTF_8), ReadingJson.write(reading, ReadingTopic.MADRID)));
    }

    /** What may be killed. */
    private record Target(String name, Runnable kill, Runnable start) {}
}
