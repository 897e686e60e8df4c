package io.consumo.producer.feed.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.model.Correlation;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.producer.feed.SendingFailed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaOutgoingTest {

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final KafkaOutgoing outgoing = new KafkaOutgoing(producer, ZoneOffset.UTC);
    private final Reading reading =
            new Reading("A", Instant.EPOCH, IntervalLength.HOUR, Energy.ZERO, Quality.MEASURED, 1);

    @Test
    void aReadingThatIsNotDeliveredEndsTheRunAtTheNextSend() {
        outgoing.send(reading);
        producer.errorNext(new TimeoutException("no broker"));
        assertThatThrownBy(() -> outgoing.send(reading))
                .isInstanceOf(SendingFailed.class)
                .hasMessageContaining("no broker");
    }

    @Test
    void aSweepHasOneIdAndTheNextOneAnother() {
        MockProducer<String, byte[]> delivering =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        KafkaOutgoing sweeps = new KafkaOutgoing(delivering, ZoneOffset.UTC);
        sweeps.send(reading);
        sweeps.send(reading);
        sweeps.flush();
        sweeps.send(reading);

        List<String> ids = delivering.history().stream()
                .map(sent -> new String(
                        sent.headers().lastHeader(Correlation.RECORD_HEADER).value(), UTF_8))
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void aReadingThatIsNotDeliveredFailsTheFlush() {
        outgoing.send(reading);
        producer.errorNext(new TimeoutException("no broker"));
        assertThatThrownBy(outgoing::flush).isInstanceOf(SendingFailed.class);
    }
}
