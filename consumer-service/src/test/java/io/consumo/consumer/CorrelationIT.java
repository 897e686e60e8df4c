package io.consumo.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.detection.Backlog;
import io.consumo.model.Correlation;
import io.consumo.model.ReadingJson;
import io.consumo.model.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** One reading is followed by the id of the request that sent it: to the dead letters, to its case, and in the log. */
@ConsumerTest
@ExtendWith(OutputCaptureExtension.class)
class CorrelationIT {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);

    @Autowired
    private Backlog backlog;

    @Test
    void theRefusedRecordAndItsLineCarryTheId(CapturedOutput log) {
        try (ReadingTopic topic = new ReadingTopic()) {
            topic.send("bad", "no reading".getBytes(UTF_8), "request-4711");
            topic.send("bad", "none either".getBytes(UTF_8), "a forged\nline");
            topic.flush();
        }

        List<ConsumerRecord<byte[], byte[]>> letters = ReadingTopic.read(Topics.READINGS_DEAD, 2);

        assertThat(letters).extracting(CorrelationIT::correlation).containsExactlyInAnyOrder("request-4711", "");
        await().untilAsserted(() -> assertThat(log.getOut())
                .containsPattern("WARN .*\\[request-4711] .*Refused 1 records.* for value: is not JSON"));
        assertThat(log.getOut()).doesNotContain("a forged");
    }

    @Test
    void theCaseItsEventAndItsLineCarryTheId(CapturedOutput log) {
        try (ReadingTopic topic = new ReadingTopic()) {
            for (int back = 28; back > 0; back--) {
                ReadingTopic.day("spiky", DAY.minusDays(back), 1, hour -> 0.2 + 0.01 * hour)
                        .forEach(topic::send);
            }
            topic.flush();
            await().until(backlog::isEmpty);

            ReadingTopic.day("spiky", DAY, 1, hour -> 75).stream()
                    .limit(1)
                    .forEach(reading ->
                            topic.send("spiky", ReadingJson.write(reading, ReadingTopic.MADRID), "request-0815"));
            topic.flush();
        }

        await().untilAsserted(() ->
                assertThat(log.getOut()).containsPattern("INFO .*\\[request-0815] .*Case .* opened: SPIKE of spiky"));
        List<String> ids = new ArrayList<>();
        ReadingTopic.forEach(Topics.ANOMALIES, event -> ids.add(correlation(event)));
        assertThat(ids).contains("request-0815");
    }

    private static String correlation(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(Correlation.RECORD_HEADER))
                .map(header -> new String(header.value(), UTF_8))
                .orElse("");
    }
}
