package io.consumo.consumer.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.model.Topics;
import io.consumo.stack.WholeTopic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record that holds no reading, told apart by what it holds. */
record DeadLetter(int key, int value) {

    DeadLetter(byte @Nullable [] key, byte @Nullable [] value) {
        this(Arrays.hashCode(key), Arrays.hashCode(value));
    }

    /**
     * What the dead-letter topic holds, by where each letter stood. A letter may be there twice, since a consumer may be
     * killed before it commits, but never with something else in it.
     */
    static Map<String, DeadLetter> all(String kafka) {
        Map<String, DeadLetter> letters = new HashMap<>();
        WholeTopic.forEach(kafka, Topics.READINGS_DEAD, letter -> add(letters, letter));
        return letters;
    }

    private static void add(Map<String, DeadLetter> letters, ConsumerRecord<byte[], byte[]> found) {
        DeadLetter letter = new DeadLetter(found.key(), found.value());
        String source = new String(found.headers().lastHeader("consumo-source").value(), UTF_8);
        DeadLetter twin = letters.put(source, letter);
        if (twin != null && !Objects.equals(twin, letter)) {
            throw new AssertionError("two dead letters of " + source);
        }
    }
}
