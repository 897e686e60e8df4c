package io.consumo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an installed store has acknowledged is there after its process was killed. */
class InstalledStoresIT {

    @TempDir
    Path home;

    @Test
    void mongoKeepsWhatItAcknowledged() throws Exception {
        Map<String, String> environment = environment("CONSUMO_MONGO_PORT");
        StoreProcess server = StoreProcess.installed("mongo", "128m", environment);
        Set<Object> acknowledged = ConcurrentHashMap.newKeySet();
        List<Thread> writers = List.of(
                Thread.ofVirtual().unstarted(() -> write(server, "a", acknowledged)),
                Thread.ofVirtual().unstarted(() -> write(server, "b", acknowledged)));
        writers.forEach(Thread::start);
        await().until(() -> acknowledged.size() > 500);

        kill(server.process().toHandle());
        for (Thread writer : writers) {
            writer.join();
        }

        StoreProcess again = StoreProcess.installed("mongo", "128m", environment);
        try (MongoClient client = MongoClients.create("mongodb://" + again.address())) {
            Set<Object> kept = new HashSet<>();
            cases(client).find().forEach(document -> kept.add(document.get("_id")));
            assertThat(kept).containsAll(acknowledged);
            assertThat(cases(client).countDocuments(new Document("_id", "a-0"))).isOne();
        } finally {
            end(again.process());
        }
    }

    @Test
    void postgresKeepsWhatItAcknowledged() throws Exception {
        Map<String, String> environment = environment("CONSUMO_POSTGRES_PORT");
        StoreProcess server = StoreProcess.installed("postgres", "64m", environment);
        execute(server, "create table kept (id int); insert into kept select generate_series(1, 1000)");

        kill(postmaster());

        StoreProcess again = StoreProcess.installed("postgres", "64m", environment);
        try (Connection connection = connect(again);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(1000);
        } finally {
            postmaster().destroy();
        }
    }

    @Test
    void kafkaKeepsWhatItAcknowledged() throws Exception {
        Map<String, String> environment = environment("CONSUMO_KAFKA_PORT");
        StoreProcess server = StoreProcess.installed("kafka", "256m", environment);
        Map<String, Object> broker = Map.of("bootstrap.servers", server.address());
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("letters", "value")).get();
        }

        kill(server.process().toHandle());

        StoreProcess again = StoreProcess.installed("kafka", "256m", environment);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", again.address()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("letters", 0);
            assertThat(consumer.endOffsets(List.of(partition))).containsEntry(partition, 1L);
        } finally {
            end(again.process());
        }
    }

    private Map<String, String> environment(String port) {
        return Map.of("CONSUMO_HOME", home.toString(), port, Integer.toString(Ports.free()));
    }

    private static void write(StoreProcess server, String prefix, Set<Object> acknowledged) {
        try (MongoClient client = MongoClients.create(
                "mongodb://" + server.address() + "/?retryWrites=false&serverSelectionTimeoutMS=5000")) {
            for (int number = 0; ; number++) {
                String id = prefix + "-" + number;
                cases(client).insertOne(new Document("_id", id).append("number", number));
                acknowledged.add(id);
            }
        } catch (MongoException killed) {
            assertThat(acknowledged).isNotEmpty();
        }
    }

    private static MongoCollection<Document> cases(MongoClient client) {
        return client.getDatabase("consumo").getCollection("cases");
    }

    private static void execute(StoreProcess server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(StoreProcess server) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + server.address() + "/consumo", "consumo_consumer", "consumo");
    }

    private ProcessHandle postmaster() throws IOException {
        Path pidFile = home.resolve("postgres/cluster/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst()))
                .orElseThrow();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(Duration.ofSeconds(10))).isTrue();
    }
}
