package io.consumo.consumer.fault;

import io.consumo.consumer.ReadingTopic;
import io.consumo.consumer.StoredState;
import io.consumo.model.Topics;
import io.consumo.stack.Ports;
import io.consumo.stack.RestartableStore;
import io.consumo.stack.fault.Fault;
import io.consumo.stack.fault.Link;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Stores that keep what they acknowledge, and three consumers, all of which may fail. The first consumer reaches the
 * stores through links that may fail too; the third is there for some time only.
 */
final class Disturbed implements AutoCloseable {

    /** Longer than all that the consumers wait for an answer. */
    private static final Duration LONGEST_HANGING = Duration.ofSeconds(9);

    private static final Duration LONGEST_VISIT = Duration.ofSeconds(9);

    /** What Docker grants, too, whatever hangs meanwhile. */
    private static final Duration PATIENCE_TO_END = Duration.ofSeconds(10);

    private final RestartableStore kafka;
    private final RestartableStore postgres;
    private final RestartableStore mongo;
    private final List<Link> links;
    private final ConsumerProcess first;
    private final ConsumerProcess second;
    private final ConsumerProcess third;

    Disturbed(Path home) throws Exception {
        int kafkaPort = Ports.free();
        Link toKafka = new Link("Kafka", kafkaPort, Ports.free());
        kafka = RestartableStore.startKafkaBehindProxy(
                home, kafkaPort, Integer.parseInt(toKafka.address().split(":", -1)[1]));
        postgres = RestartableStore.start("postgres", home);
        mongo = RestartableStore.start("mongo", home);
        makeTopics(kafka.address());
        Link toPostgres = Link.to("PostgreSQL", postgres.address());
        Link toMongo = Link.to("MongoDB", mongo.address());
        links = List.of(toKafka, toPostgres, toMongo);
        Path logs = Files.createDirectories(Path.of("target", "faults"));
        List<String> direct = ConsumerSettings.of(kafka.address(), postgresUrl(), mongoUri());
        first = new ConsumerProcess(
                logs.resolve("first.log"),
                ConsumerSettings.of(
                        toKafka.address(), jdbc(toPostgres.address()), "mongodb://" + toMongo.address() + "/consumo"));
        second = new ConsumerProcess(logs.resolve("second.log"), direct);
        third = new ConsumerProcess(logs.resolve("third.log"), direct);
        first.restart();
        second.restart();
    }

    private static void makeTopics(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            ReadingTopic.create(admin, Topics.READINGS, Topics.ARCHIVED_DAYS);
        }
    }

    private static String jdbc(String address) {
        return "jdbc:postgresql://" + address + "/consumo";
    }

    private String postgresUrl() {
        return jdbc(postgres.address());
    }

    private String mongoUri() {
        return "mongodb://" + mongo.address() + "/consumo";
    }

    String kafka() {
        return kafka.address();
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(List.of(
                Fault.kill("the first consumer", first),
                Fault.kill("the second consumer", second),
                Fault.kill("Kafka", kafka),
                Fault.kill("PostgreSQL", postgres),
                Fault.kill("MongoDB", mongo),
                Fault.freeze("the first consumer", first, LONGEST_HANGING),
                Fault.freeze("the second consumer", second, LONGEST_HANGING),
                Fault.freeze("Kafka", kafka, LONGEST_HANGING),
                Fault.freeze("PostgreSQL", postgres, LONGEST_HANGING),
                Fault.freeze("MongoDB", mongo, LONGEST_HANGING),
                new Fault("the second consumer is stopped", () -> end(second), second::restart, LONGEST_HANGING),
                new Fault("a third consumer joins and is killed", third::restart, third::kill, LONGEST_VISIT),
                new Fault("a third consumer joins and is stopped", third::restart, () -> end(third), LONGEST_VISIT)));
        links.forEach(link -> faults.addAll(link.faults(LONGEST_HANGING)));
        return faults;
    }

    private static void end(ConsumerProcess consumer) {
        if (!consumer.end(PATIENCE_TO_END)) {
            throw new IllegalStateException("A consumer that was told to stop did not within " + PATIENCE_TO_END);
        }
    }

    /** What is still to be stored or followed up; empty when nothing is. */
    String left() {
        return first.left() + second.left();
    }

    /** Of clients whose ids begin so. */
    StoredState stored(String prefix) {
        return StoredState.of(postgresUrl(), mongoUri(), prefix);
    }

    void forget(String prefix) {
        StoredState.forget(mongoUri(), prefix);
    }

    @Override
    public void close() {
        Stream.of(first, second, third).forEach(ConsumerProcess::close);
        links.forEach(Link::close);
        Stream.of(kafka, postgres, mongo).forEach(RestartableStore::close);
    }
}
