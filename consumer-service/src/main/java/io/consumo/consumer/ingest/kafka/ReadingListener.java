package io.consumo.consumer.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.ingest.DeadLetters.DeadLetter;
import io.consumo.consumer.ingest.IngestProgress;
import io.consumo.consumer.ingest.IngestProperties;
import io.consumo.consumer.ingest.IngestReadings;
import io.consumo.consumer.ingest.Origins;
import io.consumo.model.Correlation;
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
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes batches of records off the topic; their offsets move when this returns. */
@Component
class ReadingListener {

    static final String ID = "readings";

    private static final Logger LOG = LoggerFactory.getLogger(ReadingListener.class);

    /** So many requests whose readings wait are told. */
    private static final int MOST_IDS = 5;

    private final IngestReadings ingest;
    private final IngestProgress progress;
    private final Origins origins;
    private final ReadingRules rules;

    ReadingListener(
            IngestReadings ingest,
            IngestProgress progress,
            Origins origins,
            IngestProperties properties,
            InstallationProperties installation,
            InstantSource clock) {
        this.ingest = ingest;
        this.progress = progress;
        this.origins = origins;
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
                refused.add(new DeadLetter(
                        record.key(),
                        record.value(),
                        record.partition(),
                        record.offset(),
                        refusal,
                        origin(record).orElse(null)));
            }
        }
        if (records.size() <= Origins.SMALL_BATCH) {
            origins.note(origins(records));
        }
        try {
            ingest.ingest(readings, arrivals, refused);
        } catch (RuntimeException e) {
            progress.fail(String.valueOf(e.getMessage()));
            tellWhoWaits(records, e);
            throw e;
        }
    }

    /** By the records' key, which is the client wherever readings come from. */
    private static Map<String, String> origins(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, String> origins = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null) {
                origin(record).ifPresent(id -> origins.put(new String(record.key(), UTF_8), id));
            }
        }
        return origins;
    }

    private static Optional<String> origin(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(Correlation.RECORD_HEADER))
                .flatMap(header -> Correlation.ofRecord(header.value()));
    }

    private static void tellWhoWaits(List<ConsumerRecord<byte[], byte[]>> records, RuntimeException failure) {
        List<String> ids = records.stream()
                .flatMap(record -> origin(record).stream())
                .distinct()
                .limit(MOST_IDS)
                .toList();
        LOG.warn("{} records wait, of {} among others: {}", records.size(), ids, String.valueOf(failure.getMessage()));
    }
}
