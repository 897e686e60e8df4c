package io.consumo.archiver.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the API as another system does that wants its readings to arrive. */
final class ApiCaller {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int ACCEPTED = 202;

    /** The same key is at work, or a store is away: try again. */
    private static final Set<Integer> LATER = Set.of(409, 502, 503, 504);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();

    ApiCaller(String url) {
        this.url = url + "/api/v1";
    }

    /**
     * Sends until it is accepted.
     *
     * @param key by which the API knows it again, empty for none
     */
    void send(String lines, String key) throws InterruptedException {
        Instant giveUpAt = Instant.now().plus(PATIENCE);
        HttpRequest.Builder request = request("/readings")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        while (!isAccepted(request)) {
            if (Instant.now().isAfter(giveUpAt)) {
                throw new AssertionError("not accepted within " + PATIENCE + ": " + answers);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean isAccepted(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            count(String.valueOf(answer.statusCode()));
            if (answer.statusCode() == ACCEPTED) {
                if (!JSON.readTree(answer.body()).get("rejected").isEmpty()) {
                    throw new AssertionError(answer.body());
                }
                return true;
            }
            if (!LATER.contains(answer.statusCode())) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            count("none");
        }
        return false;
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, key -> new AtomicInteger()).incrementAndGet();
    }

    /** How often which answer to readings came; none where no answer did. */
    Map<String, AtomicInteger> answers() {
        return answers;
    }

    /** Has the archiver run, if it can be reached and is not at work already. */
    void startArchiver() throws InterruptedException {
        try {
            http.send(
                    request("/archive/runs")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            count("archiver not started");
        }
    }

    boolean knowsNoClient() throws IOException, InterruptedException {
        return get("/clients").isEmpty();
    }

    /** Value in 0.1 Wh and quality of each hour. */
    Map<Instant, String> hours(String client, LocalDate from, LocalDate to) throws IOException, InterruptedException {
        Map<Instant, String> hours = new TreeMap<>();
        for (JsonNode hour : get("/clients/%s/hourly?from=%s&to=%s".formatted(client, from, to))) {
            String twin = hours.put(
                    OffsetDateTime.parse(hour.get("start").stringValue()).toInstant(),
                    tenthsOfWattHour(hour.get("kwh")) + " "
                            + hour.get("quality").stringValue());
            if (twin != null) {
                throw new AssertionError("told twice: " + hour);
            }
        }
        return hours;
    }

    /** Total of each month in 0.1 Wh. */
    Map<String, Long> months(String client, LocalDate from, LocalDate to) throws IOException, InterruptedException {
        Map<String, Long> months = new TreeMap<>();
        String range = "from=%s&to=%s"
                .formatted(from.toString().substring(0, 7), to.toString().substring(0, 7));
        for (JsonNode month : get("/clients/" + client + "/monthly?" + range)) {
            months.put(month.get("month").stringValue(), tenthsOfWattHour(month.get("totalKwh")));
        }
        return months;
    }

    /** Kind, days and state of each, but silence, which depends on when readings came and not on what they say. */
    Set<String> cases(String client) throws IOException, InterruptedException {
        Set<String> cases = new TreeSet<>();
        for (JsonNode one : get("/clients/" + client + "/anomalies?size=500")) {
            if (one.get("type").stringValue().equals("SILENT")) {
                continue;
            }
            String told = Stream.of("type", "subtype", "firstDay", "lastDay", "status")
                    .map(field -> one.get(field).asString())
                    .collect(Collectors.joining(" "));
            if (!cases.add(told)) {
                throw new AssertionError("told twice: " + told);
            }
        }
        return cases;
    }

    private static long tenthsOfWattHour(JsonNode kwh) {
        return kwh.decimalValue().multiply(BigDecimal.valueOf(10_000)).longValueExact();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path).GET().build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).get("content");
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString("operator:consumo-demo".getBytes(UTF_8));
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + login);
    }
}
