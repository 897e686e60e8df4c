package io.consumo.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Contract.Input;
import io.consumo.api.Contract.Operation;
import io.consumo.api.Http.Answer;
import io.consumo.api.anomalies.Cases;
import io.consumo.model.IntervalLength;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls every operation that the application's own OpenAPI document names with good and bad input; an operation that is
 * added is covered by being documented. Nobody answers for the other services, so 503 is right where they are needed.
 */
@OnThrowawayStores
class ContractIT {

    private static final String OPERATOR = Http.basic("operator");
    private static final String PROBLEM = "application/problem+json";
    private static final String TYPE = "urn:consumo:problem:";

    private static final List<String> BAD_TEXTS = List.of(
            "",
            " ",
            "x",
            "-1",
            "0",
            "1.5",
            "99999999999999999999",
            "1e400",
            "NaN",
            "2026-13-45",
            "0000-00-00",
            "-999999999-01-01",
            "+999999999-12-31",
            "0000-00",
            "9999-12-31",
            "null",
            "[]",
            "{}",
            "';--",
            "../../etc/passwd",
            "%",
            "\0",
            "a\0b",
            "\u202e\ufeff",
            "é".repeat(300),
            "x".repeat(4000));

    private static final List<String> BAD_VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "\"a\\u0000b\"",
            "\"0000-00-00\"",
            "\"+999999999-12-31\"",
            "\"NaN\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"\":null}",
            "{\"a.b\":1,\"$c\":2,\"d\\u0000\":3}",
            "\"" + "x".repeat(5000) + "\"");

    private static final List<byte[]> BAD_BODIES = List.of(
            new byte[0],
            "{}".getBytes(UTF_8),
            "[]".getBytes(UTF_8),
            "null".getBytes(UTF_8),
            "\"x\"".getBytes(UTF_8),
            "{".getBytes(UTF_8),
            "[{}]".getBytes(UTF_8),
            "[null]".getBytes(UTF_8),
            new byte[] {(byte) 0xff, (byte) 0xfe, 0},
            "[".repeat(5000).getBytes(UTF_8),
            ("{\"comment\":\"" + "x".repeat(9_000_000) + "\"}").getBytes(UTF_8));

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    private Contract contract() {
        return new Contract(http.send("GET", "/openapi.json", null, null).json());
    }

    private Stream<DynamicTest> each(Consumer<Operation> check) {
        return contract().operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> check.accept(operation)));
    }

    @Test
    void coversTheApi() {
        assertThat(contract().operations()).hasSizeGreaterThan(50);
    }

    @TestFactory
    Stream<DynamicTest> nothingIsToldWithoutALogin() {
        return each(operation -> {
            Answer answer = call(operation, operation.path(Map.of()), null, null);
            if (operation.isOpen()) {
                assertThat(answer.status()).isEqualTo(200);
            } else {
                assertThat(answer.status()).isEqualTo(401);
                assertThat(wrong(answer)).isNull();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aViewerWritesNothing() {
        return each(operation -> {
            if (operation.writes() && !operation.path().equals("/api/v1/session")) {
                Answer answer = call(operation, operation.path(Map.of()), "{}".getBytes(UTF_8), Http.basic("viewer"));
                assertThat(answer.status()).isEqualTo(403);
                assertThat(wrong(answer)).isNull();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anExampleIsAnswered() {
        stored.day("C-000042", LocalDate.of(2026, 11, 20), IntervalLength.HOUR, slot -> 1);
        stored.anomaly(Cases.drop("contract-1", "C-000042", TestClock.START));
        return each(operation -> {
            if (!operation.writes() && !operation.isEndless()) {
                Answer answer = call(operation, withExamples(operation), null, OPERATOR);
                assertThat(answer.status()).as(answer.response().body()).isIn(200, 404, 503);
                assertThat(wrong(answer)).isNull();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> badParametersAreNamed() {
        return each(operation -> {
            List<String> wrong = new ArrayList<>();
            for (Input input : operation.inputs()) {
                for (String bad : BAD_TEXTS) {
                    if (!operation.isEndless() || input.name().equals("Last-Event-ID")) {
                        note(wrong, operation, input, bad);
                    }
                }
            }
            assertThat(wrong).isEmpty();
        });
    }

    private void note(List<String> wrong, Operation operation, Input input, String bad) {
        String escaped = URLEncoder.encode(bad, UTF_8).replace("+", "%20");
        String path =
                switch (input.in()) {
                    case "path" ->
                        bad.isBlank() ? operation.path(Map.of()) : operation.path(Map.of(input.name(), escaped));
                    case "query" ->
                        operation.path(Map.of()) + "?" + input.name() + "=" + escaped + others(operation, input);
                    default -> operation.path(Map.of());
                };
        String[] headers = input.in().equals("header") && bad.chars().allMatch(letter -> letter > ' ' && letter < 127)
                ? new String[] {input.name(), bad.isEmpty() ? "x" : bad}
                : new String[0];
        if (operation.isEndless() && headers.length == 0) {
            return;
        }
        Answer answer = call(operation, path, operation.hasBody() ? "{}".getBytes(UTF_8) : null, OPERATOR, headers);
        String what = wrong(answer);
        boolean isUnnamed = what == null
                && answer.status() == 400
                && !operation.hasBody()
                && !List.of(input.name(), "path", "from", "to")
                        .contains(answer.json().path("field").asString(""));
        if (what != null || isUnnamed) {
            wrong.add(input.name() + "=" + shortened(bad) + ": " + answer.status() + " " + what + " "
                    + shortened(answer.response().body()));
        }
    }

    /** What else it takes, so that only the one is wrong. */
    private static String others(Operation operation, Input input) {
        return operation.inputs("query").stream()
                .filter(other -> other.required() && !other.equals(input))
                .map(other -> "&" + other.name() + "=" + URLEncoder.encode(other.example(), UTF_8))
                .collect(Collectors.joining());
    }

    @TestFactory
    Stream<DynamicTest> badBodiesAreRefused() {
        return each(operation -> {
            List<String> wrong = new ArrayList<>();
            for (byte[] body : operation.hasBody() ? bodies(operation) : List.<byte[]>of()) {
                Answer answer = call(operation, operation.path(Map.of()), body, OPERATOR);
                String what = wrong(answer);
                if (what != null) {
                    wrong.add(shortened(new String(body, UTF_8)) + ": " + answer.status() + " " + what + " "
                            + shortened(answer.response().body()));
                }
            }
            assertThat(wrong).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> aBodyOfAnotherKindIsRefused() {
        return each(operation -> {
            if (operation.hasBody()) {
                Answer answer = http.send(
                        operation.method(), operation.path(Map.of()), "x", OPERATOR, "Content-Type", "image/png");
                assertThat(answer.status()).isEqualTo(415);
                assertThat(wrong(answer)).isNull();
            }
        });
    }

    /** Whole ones, and the example with each of its fields as something else. */
    private List<byte[]> bodies(Operation operation) {
        List<byte[]> bodies = new ArrayList<>(BAD_BODIES);
        JsonNode schema = operation.bodySchema();
        boolean isList = schema.path("type").asString("").equals("array");
        JsonNode properties = (isList ? contract().resolved(schema.path("items")) : schema).path("properties");
        for (String name : properties.propertyNames()) {
            for (String value : BAD_VALUES) {
                String object = "{\"" + name + "\":" + value + "}";
                bodies.add((isList ? "[" + object + "]" : object).getBytes(UTF_8));
            }
        }
        return bodies;
    }

    private Answer call(
            Operation operation, String path, byte @Nullable [] body, @Nullable String login, String... headers) {
        String type = operation.hasBody() ? operation.bodyTypes().getFirst() : "application/json";
        String[] all = Stream.concat(Stream.of("Content-Type", type), Stream.of(headers))
                .toArray(String[]::new);
        return http.sendBytes(operation.method(), path, body, login, all);
    }

    private static String withExamples(Operation operation) {
        StringBuilder path = new StringBuilder(operation.path(Map.of("id", "C-000042")));
        char separator = '?';
        for (Input input : operation.inputs("query")) {
            boolean isEither = input.name().equals("day") && path.indexOf("/daily") > 0;
            if (!input.example().equals("x") && !isEither) {
                path.append(separator)
                        .append(input.name())
                        .append('=')
                        .append(URLEncoder.encode(input.example(), UTF_8));
                separator = '&';
            }
        }
        return path.toString();
    }

    /** What the answer breaks of the contract; null when nothing. */
    private static @Nullable String wrong(Answer answer) {
        if (answer.status() < 400) {
            return null;
        }
        if (!PROBLEM.equals(answer.header("Content-Type"))) {
            return "is " + answer.header("Content-Type");
        }
        JsonNode problem = JsonMapper.shared().readTree(answer.response().body());
        String type = problem.path("type").asString("");
        if (!type.startsWith(TYPE) || problem.path("status").asInt(0) != answer.status()) {
            return "has type " + type;
        }
        if (answer.status() >= 500 && !(answer.status() == 503 && type.endsWith("-down"))) {
            return "is a failure";
        }
        return type.endsWith("invalid-parameter")
                        && problem.path("field").asString("").isBlank()
                ? "names no field"
                : null;
    }

    private static String shortened(@Nullable String text) {
        String all = String.valueOf(text).replace("\0", "\\0");
        return all.substring(0, Math.min(160, all.length()));
    }
}
