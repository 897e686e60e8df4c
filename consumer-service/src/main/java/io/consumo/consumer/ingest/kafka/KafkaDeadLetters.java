package io.consumo.consumer.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.consumer.ingest.DeadLetters;
import io.consumo.model.Topics;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Sends refused records to the dead-letter topic, with the reason and where they stood as headers. */
@Component
class KafkaDeadLetters implements DeadLetters {

    private static final String SOURCE = "consumo-source";

    private final KafkaTemplate<byte[], byte[]> kafka;

    KafkaDeadLetters(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    @Override
    public void bury(Collection<DeadLetter> letters) {
        CompletableFuture.allOf(letters.stream()
                        .map(letter -> kafka.send(record(letter)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.READINGS_DEAD, letter.partition(), letter.key(), letter.value());
        record.headers()
                .add(
                        Topics.DEAD_REASON,
                        (letter.refusal().field() + ": " + letter.refusal().reason()).getBytes(UTF_8))
                .add(SOURCE, (letter.partition() + ":" + letter.offset()).getBytes(UTF_8));
        return record;
    }
}
