package io.consumo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrowawayStoresIT {

    @Test
    void kafkaGivesBackWhatASubscriberWasSent() throws Exception {
        Map<String, Object> broker = Map.of("bootstrap.servers", TestStores.kafka());
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic("letters", 3, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("letters", "key", "value")).get();
        }
        Map<String, Object> reader =
                Map.of("bootstrap.servers", TestStores.kafka(), "group.id", "readers", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(reader, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("letters"));
            ConsumerRecords<String, String> received = ConsumerRecords.empty();
            long giveUpAt = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (received.isEmpty() && System.nanoTime() < giveUpAt) {
                received = consumer.poll(Duration.ofSeconds(1));
            }
            assertThat(received).extracting("value").containsExactly("value");
        }
    }

    @Test
    void kafkaMakesNoTopicByUse() {
        Map<String, Object> broker = Map.of("bootstrap.servers", TestStores.kafka(), "max.block.ms", "1500");
        try (var producer = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("nobody-made-this", "value"))
                            .get())
                    .hasMessageContaining("nobody-made-this");
        }
    }

    @Test
    void eachDatabaseIsNewAndOfVersion15() throws SQLException {
        String first = TestStores.freshPostgres();
        assertThat(first).isNotEqualTo(TestStores.freshPostgres());
        try (Connection connection = DriverManager.getConnection(first, "consumo_api", "consumo")) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(15);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumo_producer", "consumo_api", "consumo_archiver"})
    void othersReadButDoNotWriteWhatTheConsumerMakes(String role) throws SQLException {
        String url = TestStores.freshPostgres();
        execute(url, "consumo_consumer", "create table daily (kwh int); insert into daily values (42)");
        try (Connection connection = DriverManager.getConnection(url, role, "consumo");
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select kwh from consumption.daily")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(42);
            }
            assertThatThrownBy(() -> statement.execute("delete from consumption.daily"))
                    .hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumo_consumer:consumption", "consumo_api:api", "consumo_archiver:archive"})
    void anOwnersTablesLandInItsOwnSchema(String ownerAndSchema) throws SQLException {
        String owner = ownerAndSchema.split(":", -1)[0];
        String schema = ownerAndSchema.split(":", -1)[1];
        String url = TestStores.freshPostgres();
        execute(url, owner, "create table mine (id int)");
        execute(url, owner, "insert into " + schema + ".mine values (1)");
    }

    @Test
    void eachMongoDatabaseIsNew() {
        String first = TestStores.freshMongo();
        String second = TestStores.freshMongo();
        assertThat(insertedAndCounted(first)).isEqualTo(1);
        assertThat(insertedAndCounted(second)).isEqualTo(1);
    }

    private static long insertedAndCounted(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            String database = uri.substring(uri.lastIndexOf('/') + 1);
            var months = client.getDatabase(database).getCollection("months");
            months.insertOne(new Document("_id", "C-1:2026-10"));
            return months.countDocuments();
        }
    }

    private static void execute(String url, String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, "consumo");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
