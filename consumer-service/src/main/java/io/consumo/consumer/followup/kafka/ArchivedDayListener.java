package io.consumo.consumer.followup.kafka;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.followup.FollowMarks;
import io.consumo.consumer.followup.FollowMarks.ArchivedChange;
import io.consumo.model.ClientDay;
import io.consumo.model.InvalidReading;
import io.consumo.model.Topics;
import io.consumo.model.store.StoredDay;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes the days that late readings changed in the archive. */
@Component
class ArchivedDayListener {

    private static final Logger LOG = LoggerFactory.getLogger(ArchivedDayListener.class);

    private static final String MOST_DAYS = "200";

    private final FollowMarks follow;
    private final InstallationProperties installation;
    private final JsonMapper json;
    private final Counter retries;

    ArchivedDayListener(
            FollowMarks follow, InstallationProperties installation, JsonMapper json, MeterRegistry meters) {
        this.retries = Counter.builder("consumo.retries")
                .description("Batches and follow-ups that failed and are tried again")
                .tag("step", "archived-days")
                .register(meters);
        this.follow = follow;
        this.installation = installation;
        this.json = json;
    }

    private record Key(String clientId, LocalDate day) {}

    /**
     * Of a day that was told more than once the last one counts. A few at a time: for most of them the client's whole
     * history is judged again, in one transaction, and the group's other members wait for it when one joins.
     */
    @KafkaListener(
            id = "archived-days",
            idIsGroup = false,
            topics = Topics.ARCHIVED_DAYS,
            batch = "true",
            properties = "max.poll.records=" + MOST_DAYS)
    void receive(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<Key, ArchivedChange> days = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                StoredDay stored = json.readValue(record.value(), StoredDay.class);
                if (stored == null) {
                    throw new IllegalArgumentException("null");
                }
                ClientDay day = stored.toClientDay(installation.zone());
                days.put(
                        new Key(day.clientId(), day.day()),
                        new ArchivedChange(day, Instant.ofEpochMilli(record.timestamp())));
            } catch (JacksonException | IllegalArgumentException | InvalidReading e) {
                // Only the archiver writes here, so this is a fault of ours; waiting would not mend it.
                LOG.error("No archived day at {}:{}", record.partition(), record.offset(), e);
            }
        }
        if (!days.isEmpty()) {
            follow(days.values());
        }
    }

    private void follow(Collection<ArchivedChange> days) {
        try {
            follow.followArchived(days);
        } catch (RuntimeException e) {
            retries.increment();
            LOG.warn("{} days that changed in the archive wait: {}", days.size(), String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
