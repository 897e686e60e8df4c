package io.consumo.bench;

import io.consumo.model.ReadingJson;
import io.consumo.model.ReadingRules;
import io.consumo.model.Topics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.tools.ConsumerPerformance;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What the parts could do alone, with the same data on the same machine; nothing that uses all of them can be faster. */
final class Ceilings {

    static final String KAFKA_TOOL = "Kafka's own consumer tool";
    static final String COPY = "PostgreSQL COPY of the rows";
    static final String PARSING = "parsing alone";

    private static final String PART = "ceilings";
    private static final int PARSED = 300_000;
    private static final int PARSING_ROUNDS = 6;
    private static final int RATE_COLUMN = 5;

    private final Installed installed;
    private final Results results;

    Ceilings(Installed installed, Results results) {
        this.installed = installed;
        this.results = results;
    }

    void run(String prefix, long readings) throws IOException, InterruptedException, SQLException {
        results.add(new Figure(PART, KAFKA_TOOL, kafkaTool(readings), "readings/s"));
        results.add(new Figure(PART, COPY, copy(prefix), "readings/s"));
        results.add(new Figure(PART, PARSING, parsing(), "readings/s"));
    }

    /** The tool that comes with Kafka, in a process of its own; it discards what it reads. */
    private double kafkaTool(long readings) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsumerPerformance.class.getName(),
                        "--bootstrap-server",
                        installed.kafka(),
                        "--topic",
                        Topics.READINGS,
                        "--num-records",
                        Long.toString(readings),
                        "--group",
                        "bench-tool",
                        "--hide-header")
                .redirectErrorStream(true)
                .start();
        String output = new String(tool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        tool.waitFor();
        // start.time, end.time, data.consumed.in.MB, MB.sec, data.consumed.in.nMsg, nMsg.sec, ...
        return output.lines()
                .map(line -> line.split(", "))
                .filter(columns -> columns.length > RATE_COLUMN + 2)
                .mapToDouble(columns -> Double.parseDouble(columns[RATE_COLUMN]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Kafka's tool told no rate: " + output));
    }

    /** The finished day rows into a table of the same shape, in one stream and one transaction. */
    private double copy(String prefix) throws SQLException, IOException {
        try (Connection connection = installed.postgres();
                Statement statement = connection.createStatement()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            copies.copyOut(
                    "copy (select * from daily_consumption where client_id like '" + prefix
                            + "-%') to stdout (format binary)",
                    rows);
            statement.execute("drop table if exists bench_copy");
            statement.execute("create table bench_copy (like daily_consumption including all)");
            long begun = System.nanoTime();
            copies.copyIn("copy bench_copy from stdin (format binary)", new ByteArrayInputStream(rows.toByteArray()));
            double seconds = (System.nanoTime() - begun) / 1e9;
            long slots;
            try (var result =
                    statement.executeQuery("select sum(cardinality(array_remove(energy, null))) from bench_copy")) {
                result.next();
                slots = result.getLong(1);
            }
            statement.execute("drop table bench_copy");
            return slots / seconds;
        }
    }

    /** By one thread, as one consumer does, once the compiler has warmed up. */
    private double parsing() {
        List<byte[]> values = new ArrayList<>(PARSED);
        try (KafkaConsumer<byte[], byte[]> consumer = installed.reader()) {
            Topic.assignAll(consumer);
            while (values.size() < PARSED) {
                var records = consumer.poll(Duration.ofSeconds(5));
                if (records.isEmpty()) {
                    break;
                }
                records.forEach(record -> values.add(record.value()));
            }
        }
        ReadingRules rules = installed.rules();
        double best = 0;
        for (int round = 0; round < PARSING_ROUNDS; round++) {
            long begun = System.nanoTime();
            long energy = 0;
            for (byte[] value : values) {
                energy += ReadingJson.read(value, rules, 0).energy().tenthsOfWattHour();
            }
            if (energy > 0) {
                best = Math.max(best, values.size() * 1e9 / (System.nanoTime() - begun));
            }
        }
        return best;
    }
}
