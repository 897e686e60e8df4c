package io.consumo.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.ReadingRules;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.YearMonth;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.bson.Document;

/**
 * The peer: what one writes first, one record at a time, an upsert into PostgreSQL and an {@code $inc} of the month in
 * MongoDB each, and no rules. It counts a duplicate twice.
 */
final class Straightforward {

    static final String NAME = "the straightforward way";

    private static final String UPSERT = """
            insert into bench_reading (client_id, start, kwh) values (?, ?, ?)
            on conflict (client_id, start) do update set kwh = excluded.kwh
            """;

    private final Installed installed;
    private final Results results;

    Straightforward(Installed installed, Results results) {
        this.installed = installed;
        this.results = results;
    }

    void run(Duration time) throws IOException, SQLException {
        ReadingRules rules = installed.rules();
        long done = 0;
        long begun = 0;
        try (Connection connection = installed.postgres();
                Statement statement = connection.createStatement();
                MongoClient mongo = installed.mongo();
                KafkaConsumer<byte[], byte[]> consumer = installed.reader()) {
            MongoCollection<Document> months =
                    mongo.getDatabase("bench_straightforward").getCollection("months");
            statement.execute("drop table if exists bench_reading");
            statement.execute("create table bench_reading (client_id text, start timestamptz, kwh numeric,"
                    + " primary key (client_id, start))");
            Topic.assignAll(consumer);
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                begun = System.nanoTime();
                while (System.nanoTime() - begun < time.toNanos()) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                        store(ReadingJson.read(record.value(), rules, record.timestamp()), upsert, months);
                        done++;
                        if (System.nanoTime() - begun >= time.toNanos()) {
                            break;
                        }
                    }
                }
            }
            results.add(new Figure("ceilings", NAME, done * 1e9 / (System.nanoTime() - begun), "readings/s"));
            statement.execute("drop table bench_reading");
            mongo.getDatabase("bench_straightforward").drop();
        }
    }

    private void store(Reading reading, PreparedStatement upsert, MongoCollection<Document> months)
            throws SQLException {
        upsert.setString(1, reading.clientId());
        upsert.setTimestamp(2, Timestamp.from(reading.start()));
        upsert.setBigDecimal(3, reading.energy().toKwh());
        upsert.executeUpdate();
        months.updateOne(
                Filters.eq(reading.clientId() + ":"
                        + YearMonth.from(reading.start().atZone(installed.zone()))),
                Updates.inc("total", reading.energy().asKwh()),
                new UpdateOptions().upsert(true));
    }
}
