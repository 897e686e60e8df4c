package io.consumo.consumer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.model.Correlation;
import io.consumo.model.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists the records that were refused, or sends them again. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = {
            "Lists the records that were refused and have not been sent again.",
            "With --replay sends them again: what is still wrong comes back with its reason."
        })
final class DeadLettersCommand implements Callable<Integer> {

    /** Its offsets tell how far letters were replayed. */
    private static final String GROUP = "consumo-dead-letters";

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int SHOWN_VALUE = 160;

    @Option(names = "--replay", description = "Send them again.")
    private boolean replay;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "List at most so many; default ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        try (KafkaConsumer<byte[], byte[]> letters = Connections.consumer(GROUP)) {
            List<TopicPartition> partitions = letters.partitionsFor(Topics.READINGS_DEAD).stream()
                    .map(info -> new TopicPartition(Topics.READINGS_DEAD, info.partition()))
                    .toList();
            letters.assign(partitions);
            Map<TopicPartition, Long> ends = letters.endOffsets(partitions);
            return replay ? replay(letters, ends) : list(letters, ends);
        }
    }

    private int list(KafkaConsumer<byte[], byte[]> letters, Map<TopicPartition, Long> ends) {
        long left = ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - letters.position(end.getKey()))
                .sum();
        int shown = 0;
        while (shown < limit && isLeft(letters, ends)) {
            for (ConsumerRecord<byte[], byte[]> letter : letters.poll(POLL)) {
                if (shown < limit) {
                    System.out.println(json ? asJson(letter) : asLine(letter));
                    shown++;
                }
            }
        }
        if (!json) {
            System.out.printf("%,d refused records%s.%n", left, shown < left ? ", the first " + shown + " shown" : "");
        }
        return 0;
    }

    private int replay(KafkaConsumer<byte[], byte[]> letters, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException {
        long sent = 0;
        long left = 0;
        try (KafkaProducer<byte[], byte[]> readings = Connections.producer()) {
            while (isLeft(letters, ends)) {
                ConsumerRecords<byte[], byte[]> batch = letters.poll(POLL);
                Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
                CompletableFuture<?> all = CompletableFuture.completedFuture(null);
                for (ConsumerRecord<byte[], byte[]> letter : batch) {
                    TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
                    // What is refused again while this runs is not sent again by this run.
                    if (letter.offset() >= ends.getOrDefault(partition, 0L)) {
                        continue;
                    }
                    done.put(partition, new OffsetAndMetadata(letter.offset() + 1));
                    if (isCut(letter)) {
                        left++;
                    } else {
                        all = all.thenCombine(send(readings, letter), (former, latter) -> former);
                        sent++;
                    }
                }
                readings.flush();
                all.get();
                letters.commitSync(done);
            }
        }
        System.out.printf("Sent %,d records again.%n", sent);
        if (left > 0) {
            System.out.printf("Left %,d alone: they were too large to be kept whole.%n", left);
        }
        return 0;
    }

    private static boolean isCut(ConsumerRecord<byte[], byte[]> letter) {
        return letter.headers().lastHeader(Topics.DEAD_CUT) != null;
    }

    private static CompletableFuture<?> send(
            KafkaProducer<byte[], byte[]> readings, ConsumerRecord<byte[], byte[]> letter) {
        CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
        Future<?> unused = readings.send(
                new ProducerRecord<>(Topics.READINGS, null, letter.key(), letter.value(), origin(letter)),
                (metadata, failure) -> {
                    if (failure == null) {
                        sent.complete(null);
                    } else {
                        sent.completeExceptionally(failure);
                    }
                });
        return sent;
    }

    private static Iterable<Header> origin(ConsumerRecord<byte[], byte[]> letter) {
        return letter.headers().headers(Correlation.RECORD_HEADER);
    }

    private static boolean isLeft(KafkaConsumer<byte[], byte[]> letters, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> letters.position(end.getKey()) < end.getValue());
    }

    private static String asLine(ConsumerRecord<byte[], byte[]> letter) {
        String value = text(letter.value());
        return "%s  %s  %s  %s%n    %s"
                .formatted(
                        Instant.ofEpochMilli(letter.timestamp())
                                .atZone(ZoneId.systemDefault())
                                .toOffsetDateTime(),
                        text(letter.key()),
                        reason(letter),
                        correlation(letter),
                        value.length() > SHOWN_VALUE ? value.substring(0, SHOWN_VALUE) + "..." : value);
    }

    private static ObjectNode asJson(ConsumerRecord<byte[], byte[]> letter) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("at", Instant.ofEpochMilli(letter.timestamp()).toString())
                .put("key", text(letter.key()))
                .put("reason", reason(letter))
                .put("correlationId", correlation(letter))
                .put("value", text(letter.value()))
                .put("partition", letter.partition())
                .put("offset", letter.offset());
    }

    private static String reason(ConsumerRecord<byte[], byte[]> letter) {
        return Optional.ofNullable(letter.headers().lastHeader(Topics.DEAD_REASON))
                .map(header -> text(header.value()))
                .orElse("no reason told");
    }

    /** Of the request or sweep that sent it, as the services' logs call it. */
    private static String correlation(ConsumerRecord<byte[], byte[]> letter) {
        return Optional.ofNullable(letter.headers().lastHeader(Correlation.RECORD_HEADER))
                .map(header -> text(header.value()))
                .orElse("");
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8).replaceAll("\\p{Cntrl}", "?");
    }
}
