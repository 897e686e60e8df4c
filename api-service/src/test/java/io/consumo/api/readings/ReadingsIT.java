package io.consumo.api.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.TestClock;
import io.consumo.model.Correlation;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.ReadingRules;
import io.consumo.model.Topics;
import io.consumo.stack.TestStores;
import io.consumo.stack.WholeTopic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnThrowawayStores
class ReadingsIT {

    private static final String GOOD = """
            {"clientId":"%s","start":"2026-11-24T10:00:00+01:00","kwh":0.412}""";

    @Autowired
    Http http;

    @Test
    void takesACsvFileAndTellsBadLinesByNumber() {
        String file = """
                client_id;start;kwh
                sent-csv;2026-11-24T10:00:00+01:00;0,412
                sent-csv;2026-11-24T11:07:00+01:00;0,1

                sent-csv;2026-11-24T12:00:00+01:00;much
                """;

        Answer answer =
                http.send("POST", "/api/v1/readings/csv", file, Http.basic("operator"), "Content-Type", "text/csv");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("accepted").intValue()).isEqualTo(1);
        assertThat(answer.json().get("rejected").get(0).get("index").intValue()).isEqualTo(3);
        assertThat(answer.json().get("rejected").get(0).get("field").asString()).isEqualTo("start");
        assertThat(answer.json().get("rejected").get(1).get("index").intValue()).isEqualTo(5);
        assertThat(answer.json().get("rejected").get(1).get("field").asString()).isEqualTo("kwh");
        assertThat(onTopic("sent-csv")).hasSize(1);
        assertThat(http.send(
                                "POST",
                                "/api/v1/readings/csv",
                                "when,who\n1,2",
                                Http.basic("operator"),
                                "Content-Type",
                                "text/csv")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCompressedFileThatEndsTooEarlyIsToldWithWhatWasTaken() throws IOException {
        StringBuilder file = new StringBuilder("client_id;start;kwh\n");
        for (int line = 0; line < 60_000; line++) {
            file.append("sent-half;2026-11-24T10:00:00+01:00;0.%d\n".formatted(line));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

        Answer answer = http.sendBytes(
                "POST", "/api/v1/readings/csv", half, Http.basic("operator"), "Content-Type", "text/csv");

        assertThat(answer.status()).isEqualTo(400);
        String detail = answer.json().get("detail").asString();
        assertThat(detail).contains("ends too early");
        int taken = Integer.parseInt(detail.replaceAll("\\D", ""));
        assertThat(taken).isGreaterThan(1_000);
        assertThat(onTopic("sent-half")).hasSize(taken);
    }

    @Test
    void takesTheGoodOnesAndSaysWhatIsWrongWithTheOthers() {
        String bad = """
                {"clientId":"sent-array","start":"2026-11-24T10:07:00+01:00","kwh":1}""";

        Answer answer = post("application/json", "[" + bad + "," + GOOD.formatted("sent-array") + ",7]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("accepted").intValue()).isEqualTo(1);
        assertThat(answer.json().get("rejected").size()).isEqualTo(2);
        assertThat(answer.json().get("rejected").get(0).get("index").intValue()).isZero();
        assertThat(answer.json().get("rejected").get(0).get("field").asString()).isEqualTo("start");
        assertThat(answer.json().get("rejected").get(1).get("index").intValue()).isEqualTo(2);
        assertThat(onTopic("sent-array"))
                .containsExactly(new Reading(
                        "sent-array",
                        Instant.parse("2026-11-24T09:00:00Z"),
                        IntervalLength.HOUR,
                        new Energy(4_120),
                        Quality.MEASURED,
                        TestClock.START.toEpochMilli()));
    }

    @Test
    void takesOneReadingALine() {
        Answer answer = post(
                "application/x-ndjson", GOOD.formatted("sent-lines") + "\n\nno json\n" + GOOD.formatted("sent-lines"));

        assertThat(answer.json().get("accepted").intValue()).isEqualTo(2);
        assertThat(answer.json().get("rejected").get(0).get("index").intValue()).isEqualTo(1);
        assertThat(onTopic("sent-lines")).hasSize(2);
    }

    @Test
    void takesNothingOfABodyThatIsNoArray() {
        for (String body : List.of(
                GOOD.formatted("never"), "", "[" + GOOD.formatted("never"), "[" + GOOD.formatted("never") + "] x")) {
            Answer answer = post("application/json", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.json().get("type").asString()).isEqualTo("urn:consumo:problem:malformed-body");
        }
        assertThat(onTopic("never")).isEmpty();
    }

    @Test
    void refusesTooMuchAtOnce() {
        String many = "[" + "7,".repeat(10_000) + "7]";
        String large = "[\"" + "x".repeat(9_000_000) + "\"]";

        assertThat(post("application/json", many).status()).isEqualTo(413);
        Answer tooLarge = post("application/json", large);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.json().get("type").asString()).isEqualTo("urn:consumo:problem:too-large");
        assertThat(post("application/x-ndjson", "x".repeat(9_000_000)).status()).isEqualTo(413);
    }

    @Test
    void takesTenThousandReadingsAtOnce() {
        StringBuilder lines = new StringBuilder();
        for (int client = 0; client < 10_000; client++) {
            lines.append(GOOD.formatted("bulk-" + client)).append('\n');
        }
        assertThat(post("application/x-ndjson", lines.toString())
                        .json()
                        .get("accepted")
                        .intValue())
                .isEqualTo(10_000);
    }

    @Test
    void theTopicKnowsTheRequestsId() {
        Answer answer = http.send(
                "POST",
                "/api/v1/readings",
                "[" + GOOD.formatted("sent-known") + "]",
                Http.basic("operator"),
                "Content-Type",
                "application/json",
                "X-Correlation-Id",
                "order-4711");

        assertThat(answer.header("X-Correlation-Id")).isEqualTo("order-4711");
        assertThat(idsOnTopic("sent-known")).containsExactly("order-4711");
    }

    @Test
    void refusesOtherKindsOfBody() {
        assertThat(post("text/plain", "[]").status()).isEqualTo(415);
    }

    private Answer post(String type, String body) {
        return http.send("POST", "/api/v1/readings", body, Http.basic("operator"), "Content-Type", type);
    }

    /** All that was ever sent of the client. */
    private static List<Reading> onTopic(String client) {
        ReadingRules rules =
                new ReadingRules(TestClock.MADRID, ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM, () -> TestClock.START);
        return recordsOnTopic(client).stream()
                .map(sent -> ReadingJson.read(sent.value(), rules, 0))
                .toList();
    }

    private static List<String> idsOnTopic(String client) {
        return recordsOnTopic(client).stream()
                .map(sent -> new String(
                        sent.headers().lastHeader(Correlation.RECORD_HEADER).value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> recordsOnTopic(String client) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        WholeTopic.forEach(TestStores.kafka(), Topics.READINGS, sent -> {
            if (new String(sent.key(), StandardCharsets.UTF_8).equals(client)) {
                records.add(sent);
            }
        });
        return records;
    }
}
