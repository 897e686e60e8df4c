package io.consumo.consumer.ingest.kafka;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.ingest.DeadLetters.DeadLetter;
import io.consumo.consumer.ingest.IngestProgress;
import io.consumo.consumer.ingest.IngestProperties;
import io.consumo.consumer.ingest.IngestReadings;
import io.consumo.model.Energy;
import io.consumo.model.InvalidReading;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.ReadingRules;
import io.consumo.model.Topics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes batches of records off the topic; their offsets move when this returns. */
@Component
class ReadingListener {

    static final String ID = "readings";

    private final IngestReadings ingest;
    private final IngestProgress progress;
    private final ReadingRules rules;

    ReadingListener(
            IngestReadings ingest,
            IngestProgress progress,
            IngestProperties properties,
            InstallationProperties installation,
            InstantSource clock) {
        this.ingest = ingest;
        this.progress = progress;
        this.rules = new ReadingRules(installation.zone(), Energy.ofKwh(properties.plausibleMaximumKwh()), clock);
    }

    @KafkaListener(id = ID, idIsGroup = false, topics = Topics.READINGS, batch = "true")
    void receive(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Reading> readings = new ArrayList<>(records.size());
        List<DeadLetter> refused = new ArrayList<>();
        Map<Integer, Integer> arrivals = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                readings.add(ReadingJson.read(record.value(), rules, Math.max(0, record.timestamp())));
                arrivals.merge(record.partition(), 1, Integer::sum);
            } catch (InvalidReading refusal) {
                refused.add(new DeadLetter(record.key(), record.value(), record.partition(), record.offset(), refusal));
            }
        }
        try {
            ingest.ingest(readings, arrivals, refused);
        } catch (RuntimeException e) {
            progress.fail(String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
