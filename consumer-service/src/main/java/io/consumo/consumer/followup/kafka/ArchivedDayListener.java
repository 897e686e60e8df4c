package io.consumo.consumer.followup.kafka;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.followup.FollowMarks;
import io.consumo.model.ClientDay;
import io.consumo.model.InvalidReading;
import io.consumo.model.Topics;
import io.consumo.model.store.StoredDay;
import java.time.LocalDate;
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

    private final FollowMarks follow;
    private final InstallationProperties installation;
    private final JsonMapper json;

    ArchivedDayListener(FollowMarks follow, InstallationProperties installation, JsonMapper json) {
        this.follow = follow;
        this.installation = installation;
        this.json = json;
    }

    private record Key(String clientId, LocalDate day) {}

    /** Of a day that was told more than once the last one counts. */
    @KafkaListener(id = "archived-days", idIsGroup = false, topics = Topics.ARCHIVED_DAYS, batch = "true")
    void receive(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<Key, ClientDay> days = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                StoredDay stored = json.readValue(record.value(), StoredDay.class);
                if (stored == null) {
                    throw new IllegalArgumentException("null");
                }
                ClientDay day = stored.toClientDay(installation.zone());
                days.put(new Key(day.clientId(), day.day()), day);
            } catch (JacksonException | IllegalArgumentException | InvalidReading e) {
                // Only the archiver writes here, so this is a fault of ours; waiting would not mend it.
                LOG.error("No archived day at {}:{}", record.partition(), record.offset(), e);
            }
        }
        if (!days.isEmpty()) {
            follow.followArchived(List.copyOf(days.values()));
        }
    }
}
