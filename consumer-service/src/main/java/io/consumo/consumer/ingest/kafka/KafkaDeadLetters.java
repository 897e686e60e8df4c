package io.consumo.consumer.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.consumer.ingest.DeadLetters;
import io.consumo.model.Correlation;
import io.consumo.model.Topics;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/** Sends refused records to the dead-letter topic, with the reason and where they stood as headers. */
@Component
class KafkaDeadLetters implements DeadLetters {

    private static final String SOURCE = "consumo-source";

    /** Bytes of key and of value; so much every topic takes. */
    private static final int KEPT_OF_CUT = 64 * 1024;

    private final KafkaTemplate<byte[], byte[]> kafka;

    KafkaDeadLetters(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    @Override
    public void bury(Collection<DeadLetter> letters) {
        CompletableFuture.allOf(letters.stream().map(this::bury).toArray(CompletableFuture[]::new))
                .join();
    }

    /** Whole if the topic takes it; what cannot be kept whole is kept cut, since it must not stop the good ones. */
    private CompletableFuture<SendResult<byte[], byte[]>> bury(DeadLetter letter) {
        return send(record(letter, letter.key(), letter.value()))
                .exceptionallyCompose(
                        failure -> isTooLarge(failure) ? send(cut(letter)) : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<byte[], byte[]> record) {
        try {
            return kafka.send(record);
        } catch (KafkaException e) {
            // What the producer itself refuses is thrown at once.
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean isTooLarge(@Nullable Throwable failure) {
        return failure != null && (failure instanceof RecordTooLargeException || isTooLarge(failure.getCause()));
    }

    private static ProducerRecord<byte[], byte[]> cut(DeadLetter letter) {
        byte[] value = letter.value();
        ProducerRecord<byte[], byte[]> record = record(letter, begin(letter.key()), begin(value));
        record.headers()
                .add(
                        Topics.DEAD_CUT,
                        String.valueOf(value == null ? 0 : value.length).getBytes(UTF_8));
        return record;
    }

    private static byte @Nullable [] begin(byte @Nullable [] whole) {
        return whole == null ? null : Arrays.copyOf(whole, Math.min(whole.length, KEPT_OF_CUT));
    }

    private static ProducerRecord<byte[], byte[]> record(
            DeadLetter letter, byte @Nullable [] key, byte @Nullable [] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.READINGS_DEAD, letter.partition(), key, value);
        record.headers()
                .add(
                        Topics.DEAD_REASON,
                        (letter.refusal().field() + ": " + letter.refusal().reason()).getBytes(UTF_8))
                .add(SOURCE, (letter.partition() + ":" + letter.offset()).getBytes(UTF_8));
        if (letter.correlation() != null) {
            record.headers().add(Correlation.RECORD_HEADER, letter.correlation().getBytes(UTF_8));
        }
        return record;
    }
}
