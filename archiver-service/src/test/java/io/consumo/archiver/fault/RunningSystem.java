package io.consumo.archiver.fault;

import static org.awaitility.Awaitility.await;

import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.ReadingRules;
import io.consumo.model.Topics;
import io.consumo.stack.Ports;
import io.consumo.stack.Restartable;
import io.consumo.stack.RestartableProcess;
import io.consumo.stack.RestartableStore;
import io.consumo.stack.WholeTopic;
import io.consumo.stack.fault.Fault;
import io.consumo.stack.fault.Link;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.OS;

/** Consumer, API and archiver as they are packaged, on stores that keep what they acknowledge; all of them may fail. */
final class RunningSystem implements AutoCloseable {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";
    private static final String CONSUMER_GROUP = "consumo-consumer";
    private static final Duration LONGEST_HANGING = Duration.ofSeconds(6);
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    /** Only now and then is there something to archive. */
    private static final Duration LONGEST_FULL = Duration.ofSeconds(20);

    /** What Docker grants, too. */
    private static final Duration PATIENCE_TO_END = Duration.ofSeconds(10);

    /** What an hour may hold for the consumer; the API believes more. */
    static final int CONSUMER_MAXIMUM_KWH = 200;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RestartableStore kafka;
    private final RestartableStore postgres;
    private final RestartableStore mongo;
    private final Link toKafka;
    private final Link toPostgres;
    private final Link toMongo;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final List<RestartableProcess> services = new ArrayList<>();

    RunningSystem(Path home) throws Exception {
        int kafkaPort = Ports.free();
        toKafka = new Link("Kafka", kafkaPort, Ports.free());
        kafka = RestartableStore.startKafkaBehindProxy(home, kafkaPort, portOf(toKafka.address()));
        postgres = RestartableStore.start("postgres", home);
        toPostgres = Link.to("PostgreSQL", postgres.address());
        mongo = RestartableStore.start("mongo", home);
        toMongo = Link.to("MongoDB", mongo.address());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.READINGS, Topics.PARTITIONS, (short) 1),
                            new NewTopic(Topics.ARCHIVED_DAYS, 1, (short) 1)))
                    .all()
                    .get();
        }
        Path logs = Files.createDirectories(Path.of("target", "faults"));
        for (String service : List.of("consumer", "api", "archiver")) {
            ports.put(service, Ports.free());
        }
        for (String service : ports.keySet()) {
            RestartableProcess process = new RestartableProcess(
                    logs.resolve(service + ".log"), jarOf(service + "-service"), LAUNCHER, settings(service, home));
            services.add(process);
            process.restart();
        }
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static String jarOf(String module) throws IOException {
        try (Stream<Path> built = Files.list(Path.of("..", module, "target"))) {
            return built.filter(file -> file.getFileName().toString().matches(module + "-[^-]*(-SNAPSHOT)?\\.jar"))
                    .map(Path::toString)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " is not built: ./test.sh builds all"));
        }
    }

    /**
     * The consumer is beside the stores, the others reach them by links. Each finds out early that nobody answers; days
     * are archived as soon as nothing is left to do for them.
     */
    private List<String> settings(String service, Path home) {
        boolean isBeside = service.equals("consumer");
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=" + ports.get(service),
                "--CONSUMO_KAFKA=" + (isBeside ? kafka.address() : toKafka.address()),
                "--CONSUMO_POSTGRES_URL=" + jdbc(isBeside ? postgres.address() : toPostgres.address()),
                "--CONSUMO_MONGO_URI=mongodb://" + (isBeside ? mongo.address() : toMongo.address()) + "/consumo",
                "--CONSUMO_CONSUMER_URL=" + urlOf("consumer"),
                "--CONSUMO_ARCHIVER_URL=" + urlOf("archiver"),
                "--CONSUMO_ARCHIVE=" + home.resolve("archive"),
                "--CONSUMO_ARCHIVE_CRON=-",
                "--consumo.archive.quiet=0s",
                "--consumo.repeated.abandon-after=5s",
                "--consumo.ingest.longest-pause=1s",
                "--consumo.followup.longest-pause=1s",
                "--spring.kafka.consumer.properties.session.timeout.ms=6000"));
        if (isBeside) {
            settings.add("--CONSUMO_MAX_KWH_PER_HOUR=" + CONSUMER_MAXIMUM_KWH);
        }
        return settings;
    }

    String urlOf(String service) {
        return "http://127.0.0.1:" + ports.get(service);
    }

    String postgresUrl() {
        return jdbc(postgres.address());
    }

    private static String jdbc(String address) {
        return "jdbc:postgresql://" + address + "/consumo";
    }

    /** Whether the consumer has stored all that the topic holds; what comes after that it has marked or laid aside. */
    boolean isAllStored() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.READINGS, partition))
                    .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
            Map<TopicPartition, OffsetAndMetadata> stored = admin.listConsumerGroupOffsets(CONSUMER_GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return admin.listOffsets(ends).all().get().entrySet().stream()
                    .allMatch(end -> end.getValue().offset() == offset(stored.get(end.getKey())));
        }
    }

    private static long offset(@Nullable OffsetAndMetadata stored) {
        return stored == null ? 0 : stored.offset();
    }

    List<Fault> faults() {
        Map<String, Restartable> victims = new LinkedHashMap<>();
        List<String> names = List.copyOf(ports.keySet());
        for (int service = 0; service < services.size(); service++) {
            victims.put("the " + names.get(service), services.get(service));
        }
        victims.put("Kafka", kafka);
        victims.put("PostgreSQL", postgres);
        victims.put("MongoDB", mongo);
        List<Fault> faults = new ArrayList<>();
        victims.forEach((name, victim) -> {
            faults.add(Fault.kill(name, victim));
            faults.add(Fault.freeze(name, victim, LONGEST_HANGING));
        });
        Stream.of(toKafka, toPostgres, toMongo).forEach(link -> faults.addAll(link.faults(LONGEST_HANGING)));
        if (OS.LINUX.isCurrentOs()) {
            RestartableProcess archiver = services.getLast();
            faults.add(new Fault(
                    "the archive's disk is full",
                    () -> archiver.limitFiles(0),
                    () -> archiver.limitFiles(RestartableProcess.UNLIMITED),
                    LONGEST_FULL));
        }
        return faults;
    }

    /** Every service is told to stop, once while PostgreSQL hangs and once while Kafka does, and must do so before Docker would lose patience. */
    List<Fault> stops() {
        List<Fault> stops = new ArrayList<>();
        List<String> names = List.copyOf(ports.keySet());
        for (int number = 0; number < services.size(); number++) {
            String name = names.get(number);
            RestartableProcess service = services.get(number);
            stops.add(new Fault(
                    "the " + name + " is stopped",
                    () -> {
                        awaitWork(name);
                        stop(name, service);
                    },
                    service::restart,
                    LONGEST_REST));
            for (RestartableStore store : List.of(postgres, kafka)) {
                stops.add(new Fault(
                        "the " + name + " is stopped while " + (store == kafka ? "Kafka" : "PostgreSQL") + " hangs",
                        () -> {
                            awaitWork(name);
                            store.freeze();
                            try {
                                stop(name, service);
                            } finally {
                                store.thaw();
                            }
                        },
                        service::restart,
                        LONGEST_REST));
            }
        }
        return stops;
    }

    /** One that is still starting has nothing to lose. */
    private void awaitWork(String name) {
        URI health = URI.create(urlOf(name) + (name.equals("api") ? "/api/v1/health" : "/health"));
        await(name)
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> HTTP.send(
                                        HttpRequest.newBuilder(health)
                                                .timeout(LONGEST_HANGING)
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }

    private static void stop(String name, RestartableProcess service) {
        Instant told = Instant.now();
        if (!service.end(PATIENCE_TO_END)) {
            throw new IllegalStateException("The " + name + " was told to stop and did not within " + PATIENCE_TO_END);
        }
        System.out.println("The " + name + " stopped within " + Duration.between(told, Instant.now()));
    }

    /** Those of clients whose ids begin so, each once however often it is there. */
    Set<Reading> deadLetters(String prefix) {
        ReadingRules rules =
                new ReadingRules(MeterReadings.MADRID, ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM, InstantSource.system());
        Set<Reading> letters = new HashSet<>();
        WholeTopic.forEach(
                kafka.address(),
                Topics.READINGS_DEAD,
                letter -> letters.add(ReadingJson.read(letter.value(), rules, 0)));
        letters.removeIf(letter -> !letter.clientId().startsWith(prefix));
        return letters;
    }

    @Override
    public void close() {
        services.forEach(RestartableProcess::close);
        Stream.of(toKafka, toPostgres, toMongo).forEach(Link::close);
        Stream.of(kafka, postgres, mongo).forEach(RestartableStore::close);
    }
}
