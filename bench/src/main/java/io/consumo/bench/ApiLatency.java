package io.consumo.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** What the API answers from PostgreSQL, or from MongoDB by id, at a steady rate, beside the bare query. */
final class ApiLatency {

    private static final String PART = "API at %d requests/s, from PostgreSQL or by id";
    private static final int PER_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final Repeated ALONE = new Repeated(1000, Duration.ofSeconds(5));
    private static final int PAGE = 50;

    private final Installed installed;
    private final Results results;
    private final int clients;
    private final LocalDate yesterday;

    ApiLatency(Installed installed, Results results, int clients) {
        this.installed = installed;
        this.results = results;
        this.clients = clients;
        this.yesterday = LocalDate.now(installed.zone()).minusDays(1);
    }

    /** @param bare the same question without the API */
    private record Question(String name, LongFunction<String> path, Repeated.Question bare) {}

    void run() throws Exception {
        ApiAccess api = new ApiAccess(installed);
        try (BareQueries bare = new BareQueries(installed)) {
            for (Question question : questions(bare, anomalies(api))) {
                // What is added up at the first question is there before the rate begins.
                api.ask(question.path().apply(0)).join();
                new OpenLoop(PER_SECOND, WARM_UP)
                        .run(number -> api.ask(question.path().apply(number)));
                OpenLoop.Answers asked = new OpenLoop(PER_SECOND, MEASURED)
                        .run(number -> api.ask(question.path().apply(number)));
                tell(question.name(), asked, ALONE.run(question.bare()));
            }
        }
    }

    private void tell(String name, OpenLoop.Answers asked, Histogram alone) throws IOException {
        String part = PART.formatted(PER_SECOND);
        for (int percentile : new int[] {50, 99}) {
            String bare = "  " + name + ", the bare query, p" + percentile;
            results.add(new Figure(
                    part,
                    name + ", p" + percentile,
                    asked.micros().getValueAtPercentile(percentile) / 1000.0,
                    "ms",
                    List.of(bare)));
            results.add(new Figure(part, bare, alone.getValueAtPercentile(percentile) / 1000.0, "ms"));
        }
        if (asked.refused() > 0) {
            results.add(new Figure(part, name + ", not answered", asked.refused(), ""));
        }
    }

    private List<Question> questions(BareQueries bare, List<String> anomalies) {
        String month = yesterday.minusDays(29).toString();
        String week = yesterday.minusDays(6).toString();
        String last = yesterday.toString();
        YearMonth now = YearMonth.from(yesterday);
        List<Question> questions = new ArrayList<>(List.of(
                new Question(
                        "page of clients",
                        number -> "clients?size=50&page=" + number % Math.max(1, clients / PAGE),
                        number -> bare.clients("")),
                new Question(
                        "search of clients",
                        number -> "clients?q=" + part(number),
                        number -> bare.clients(part(number))),
                new Question(
                        "one client", number -> "clients/" + client(number), number -> bare.client(client(number))),
                new Question(
                        "30 days of a client",
                        number -> "clients/%s/daily?from=%s&to=%s".formatted(client(number), month, last),
                        number -> bare.days(client(number), month, last)),
                new Question(
                        "7 days' hours of a client",
                        number -> "clients/%s/hourly?from=%s&to=%s".formatted(client(number), week, last),
                        number -> bare.days(client(number), week, last)),
                new Question(
                        "13 months of a client",
                        number -> "clients/" + client(number) + "/monthly",
                        number -> bare.documents("monthly_consumption", months(client(number), now))),
                new Question(
                        "page of a day of all clients",
                        number -> "daily?day=" + day(number) + "&page=" + number % Math.max(1, clients / PAGE),
                        number -> bare.allOfADay(day(number), (int) (number % Math.max(1, clients / PAGE)) * PAGE))));
        if (!anomalies.isEmpty()) {
            questions.add(new Question(
                    "one case",
                    number -> "anomalies/" + anomalies.get((int) (number % anomalies.size())),
                    number -> bare.documents("anomalies", List.of(anomalies.get((int) (number % anomalies.size()))))));
        }
        return questions;
    }

    private static List<String> anomalies(ApiAccess api) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (JsonNode one : api.json("anomalies?size=500").path("content")) {
            ids.add(one.path("id").asString());
        }
        return ids;
    }

    /** Each time another one, in no order. */
    private String client(long number) {
        return "C-%06d".formatted(number * 7919 % clients + 1);
    }

    private String part(long number) {
        return String.format(Locale.ROOT, "%04d", number * 7919 % clients / 10);
    }

    private String day(long number) {
        return yesterday.minusDays(number % 14).toString();
    }

    private static List<String> months(String client, YearMonth last) {
        List<String> ids = new ArrayList<>();
        for (int back = 0; back <= 13; back++) {
            ids.add(client + ":" + last.minusMonths(back));
        }
        return ids;
    }
}
