package io.consumo.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import io.consumo.model.api.BulkDecision;
import io.consumo.model.api.CaseDecision;
import io.consumo.model.api.ClientException;
import io.consumo.model.api.ClientSummary;
import io.consumo.model.api.Page;
import io.consumo.model.api.Rebaseline;
import io.consumo.model.api.RestoreRequest;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleSettings;
import io.consumo.model.api.Session;
import io.consumo.model.api.Session.Role;
import io.consumo.model.api.SimulationRequest;
import io.consumo.model.api.SimulationRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers as the API does, with made-up figures and switches for what can go wrong. */
public final class StubApi implements AutoCloseable {

    public static final String PASSWORD = "consumo-demo";

    private static final Duration PACE = Duration.ofMillis(150);
    private static final String PREFIX = "/api/v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Instant started = Instant.now();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final StubCaseWork work = new StubCaseWork();
    private final StubClientDecisions decisions = new StubClientDecisions();
    private final StubRules rules = new StubRules();
    private final StubArchive archive = new StubArchive();
    private final Map<String, Instant> simulations = new ConcurrentHashMap<>();
    private final List<Added> added = new CopyOnWriteArrayList<>();
    private final List<String> moreClients = new CopyOnWriteArrayList<>();
    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean empty;
    private volatile boolean throttled;
    private volatile boolean failing;
    private volatile @Nullable String broken;

    private volatile boolean archiveBusy;
    private volatile Export export = Export.WHOLE;

    /** How a CSV is handed over. */
    public enum Export {
        WHOLE,
        SLOW,
        /** Before as much came as the dashboard keeps before it hands anything on. */
        BREAKS_EARLY,
        BREAKS_LATE,
        FALLS_SILENT;

        public static final int ROWS = 2_000;
    }

    private record Added(String id, Instant openedAt) {}

    private record Answer(int status, Object body) {}

    private record Problem(String type, String title, int status, String detail) {}

    public StubApi(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        archive.clear();
        rules.clear();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** As if a reading had just completed a case. */
    public void addCase(String id) {
        added.addFirst(new Added(id, Instant.now()));
    }

    /** Besides the fifty that are always there; its id has a digit. */
    public void addClient(String id) {
        moreClients.add(id);
    }

    public void endAllSessions() {
        tokens.clear();
    }

    public int openSessions() {
        return tokens.size();
    }

    public void empty(boolean withoutReadings) {
        empty = withoutReadings;
    }

    public void throttled(boolean tooManyAttempts) {
        throttled = tooManyAttempts;
    }

    /** Whether everything but the login answers as if the API were away. */
    public void failing(boolean away) {
        failing = away;
    }

    public void broken(@Nullable String part) {
        broken = part;
    }

    /** Whether the API refuses to begin an operation of the archive, since another is under way. */
    public void archiveBusy(boolean busy) {
        archiveBusy = busy;
    }

    /** Operations of the archive are over as soon as they have begun, with this error if any. */
    public void archiveEndsAtOnce(@Nullable String error) {
        archive.endsAtOnce(error);
    }

    public void exports(Export way) {
        export = way;
    }

    /** Everything as it was at first; open sessions stay. */
    public void reset() {
        added.clear();
        moreClients.clear();
        work.clear();
        decisions.clear();
        rules.clear();
        archive.clear();
        asked.clear();
        empty = false;
        throttled = false;
        failing = false;
        broken = null;
        archiveBusy = false;
        export = Export.WHOLE;
    }

    /** How often a path was asked for, without the prefix. */
    public int asked(String path) {
        return asked.getOrDefault(path, new AtomicInteger()).get();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith(".csv") && !failing) {
            export(exchange);
            return;
        }
        Answer answer;
        try {
            answer = answer(exchange);
        } catch (RuntimeException e) {
            answer = problem(500, e.toString());
        }
        byte[] body = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders()
                .set("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** What it throws has the server break the connection off. */
    private void export(HttpExchange exchange) throws IOException {
        Export way = export;
        int end =
                switch (way) {
                    case WHOLE, SLOW -> Export.ROWS;
                    case BREAKS_EARLY -> 10;
                    case BREAKS_LATE, FALLS_SILENT -> Export.ROWS / 2;
                };
        exchange.getResponseHeaders().set("Content-Type", "text/csv");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            for (int row = 0; row < end; row++) {
                out.write("C-000007,%d,0.412,MEASURED,1,window\n".formatted(row).getBytes(UTF_8));
                if (way == Export.SLOW && row % (Export.ROWS / 10) == 0) {
                    out.flush();
                    Thread.sleep(PACE);
                }
            }
            out.flush();
            if (way == Export.FALLS_SILENT) {
                closed.await();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (end < Export.ROWS) {
            throw new IOException("broken off");
        }
        out.close();
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
        asked.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (path.equals("/session") && exchange.getRequestMethod().equals("POST")) {
            return logIn(authorization);
        }
        if (path.equals("/health") && !failing) {
            return new Answer(200, Map.of("status", "UP"));
        }
        String token = authorization == null ? "" : authorization.replace("Bearer ", "");
        String username = tokens.get(token);
        if (username == null) {
            return problem(401, "the session has ended");
        }
        if (path.equals("/session")) {
            tokens.remove(token);
            return new Answer(200, Map.of());
        }
        if (failing) {
            return problem(503, "away");
        }
        boolean spanish = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language"))
                .startsWith("es");
        return exchange.getRequestMethod().equals("GET")
                ? figures(path, query(exchange), spanish)
                : change(exchange, List.of(path.substring(1).split("/", -1)), username, spanish);
    }

    private Answer logIn(@Nullable String authorization) {
        if (throttled) {
            return problem(429, "too many attempts");
        }
        String pair = new String(
                Base64.getDecoder().decode(String.valueOf(authorization).replace("Basic ", "")), UTF_8);
        int colon = pair.indexOf(':');
        String username = pair.substring(0, colon);
        boolean known = Set.of("viewer", "analyst", "operator").contains(username);
        if (!known || !pair.substring(colon + 1).equals(PASSWORD)) {
            return problem(401, "wrong name or password");
        }
        String token = "token-" + issued.incrementAndGet();
        tokens.put(token, username);
        return new Answer(
                200,
                new Session(
                        token,
                        Instant.now().plus(Duration.ofHours(12)),
                        username,
                        Role.valueOf(username.toUpperCase(Locale.ROOT))));
    }

    private Answer change(HttpExchange exchange, List<String> path, String username, boolean spanish) {
        if (username.equals("viewer")) {
            return problem(403, "another role is needed");
        }
        if (path.getFirst().equals("archive")) {
            return changeArchive(exchange, path, username);
        }
        if (path.getFirst().equals("simulations")) {
            SimulationRequest request = JSON.readValue(exchange.getRequestBody(), SimulationRequest.class);
            if (request.clients() != null && request.clients() == 13) {
                return problem(409, "one runs already");
            }
            String id = String.valueOf(simulations.size() + 1);
            simulations.put(id, Instant.now());
            return ok(simulation(id));
        }
        if (path.getFirst().equals("rules")) {
            return changeRules(exchange, path, username);
        }
        if (path.getFirst().equals("clients")) {
            return changeClient(exchange, path, username);
        }
        List<Anomaly> cases = judged(stable(), spanish);
        if (path.getLast().equals("bulk")) {
            BulkDecision bulk = JSON.readValue(exchange.getRequestBody(), BulkDecision.class);
            List<BulkDecision.Item> items = bulk.ids().stream()
                    .map(id -> {
                        Integer refused = work.decide(byId(cases, id), bulk.decision(), username);
                        return new BulkDecision.Item(
                                id, refused == null ? 1 : null, refused == null ? null : "refused with " + refused);
                    })
                    .toList();
            return ok(new BulkDecision.Result(
                    (int) items.stream().filter(item -> item.problem() == null).count(), items));
        }
        Anomaly judged = byId(cases, path.get(1));
        if (path.getLast().equals("undo")) {
            return work.undo(judged.id()) ? ok(work.decided(judged)) : problem(409, "too late");
        }
        Integer refused = work.decide(judged, JSON.readValue(exchange.getRequestBody(), CaseDecision.class), username);
        return refused == null ? ok(work.decided(judged)) : problem(refused, "refused");
    }

    private Answer changeRules(HttpExchange exchange, List<String> path, String username) {
        if (path.getLast().equals("backtest")) {
            return ok(rules.begin(JSON.readValue(exchange.getRequestBody(), BacktestRequest.class), username));
        }
        RuleSettings changed =
                rules.change(path.getLast(), JSON.readValue(exchange.getRequestBody(), RuleChange.class), username);
        return changed == null ? problem(412, "overtaken") : ok(changed);
    }

    /** As if somebody else changed a rule. */
    public void change(String rule, RuleChange change, String by) {
        rules.change(rule, change, by);
    }

    /** As if somebody had let a client's normal begin anew. */
    public void rebaseline(String clientId, LocalDate from, String reason) {
        decisions.rebaseline(clientId, new Rebaseline(from, reason, null, null), "operator");
    }

    private Answer changeClient(HttpExchange exchange, List<String> path, String username) {
        String id = path.get(1);
        return switch (exchange.getRequestMethod()) {
            case "POST" ->
                ok(decisions.rebaseline(id, JSON.readValue(exchange.getRequestBody(), Rebaseline.class), username));
            case "PUT" ->
                ok(decisions.except(id, JSON.readValue(exchange.getRequestBody(), ClientException.class), username));
            default -> {
                if (path.getLast().equals("rebaseline")) {
                    decisions.endRebaseline(id);
                } else {
                    decisions.endException(id);
                }
                yield ok(Map.of());
            }
        };
    }

    private Answer changeArchive(HttpExchange exchange, List<String> path, String username) {
        if (archiveBusy) {
            return problem(409, "another operation is under way");
        }
        return switch (path.getLast()) {
            case "runs" -> ok(archive.start("ARCHIVE", username, null));
            case "verifications" -> ok(archive.start("VERIFY", username, null));
            case "preview" -> ok(archive.preview(JSON.readValue(exchange.getRequestBody(), RestoreRequest.class)));
            case "restores" ->
                ok(archive.start("RESTORE", username, JSON.readValue(exchange.getRequestBody(), RestoreRequest.class)));
            default -> {
                archive.release(path.getLast());
                yield ok(Map.of());
            }
        };
    }

    private @Nullable Object archive(List<String> parts, Map<String, List<String>> query) {
        return switch (parts.get(1)) {
            case "summary" -> archive.summary();
            case "days" -> whole(archive.days());
            case "late" -> archive.late();
            case "holds" -> archive.holds();
            case "restores" -> archive.restores();
            case "runs" -> archive.run(parts.getLast());
            default ->
                whole(archive.operations(
                        query.containsKey("kind") ? query.get("kind").getFirst() : null));
        };
    }

    private SimulationRun simulation(String id) {
        Instant began = simulations.get(id);
        long done = Math.min(1_200, Duration.between(began, Instant.now()).toMillis() / 2);
        boolean over = done == 1_200;
        return new SimulationRun(
                id,
                "once",
                50,
                over ? "DONE" : "RUNNING",
                done,
                1_200,
                over ? 1_198L : null,
                began,
                over ? Instant.now() : null,
                null);
    }

    /** Cases whose opening does not move with the clock. */
    private StubFigures stable() {
        return new StubFigures(started);
    }

    /** As if somebody else decided. */
    public void decide(String id, CaseDecision decision, String by) {
        work.decide(byId(judged(stable(), false), id), decision, by);
    }

    /** As if the time to take a decision back had passed. */
    public void finish(String caseId) {
        work.finish(caseId);
    }

    private static Anomaly byId(List<Anomaly> cases, String id) {
        return cases.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    private Answer figures(String path, Map<String, List<String>> query, boolean spanish) {
        StubFigures figures = new StubFigures(Instant.now());
        List<String> parts = List.of(path.substring(1).split("/", -1));
        List<Anomaly> cases = empty ? List.of() : cases(stable(), spanish);
        return switch (parts.getFirst()) {
            case "overview" ->
                parts.size() > 1
                        ? ok(empty ? List.of() : figures.load(48))
                        : ok(empty ? figures.emptyOverview() : overview(figures, cases));
            case "pipeline" -> ok(figures.pipeline(broken));
            case "anomalies" ->
                parts.getLast().equals("stats")
                        ? ok(figures.stats(cases))
                        : parts.size() > 2
                                ? ok(work.history(byId(judged(stable(), spanish), parts.get(1))))
                                : parts.size() > 1
                                        ? one(stable(), parts.get(1), cases, spanish)
                                        : ok(filter(cases, query));
            case "clients" -> parts.size() > 1 ? client(figures, parts, query) : ok(clients(figures, query));
            case "monthly" -> ok(monthly(figures, parts, query));
            case "archive" -> {
                Object found = archive(parts, query);
                yield found == null ? problem(404, "no such operation") : ok(found);
            }
            case "rules" ->
                parts.size() == 1
                        ? ok(rules.all())
                        : parts.size() == 2 ? ok(StubRules.score()) : backtest(parts.getLast());
            case "simulations" -> ok(simulation(parts.get(1)));
            default -> problem(404, "no such path");
        };
    }

    private Answer backtest(String id) {
        Backtest found = rules.backtest(id);
        return found == null ? problem(404, "no backtest " + id) : ok(found);
    }

    private Object overview(StubFigures figures, List<Anomaly> cases) {
        long seconds = Duration.between(started, Instant.now()).toSeconds();
        Instant last = Instant.now().minusSeconds(seconds % 9);
        return figures.overview(cases, last, 1_180 + seconds, true);
    }

    private List<Anomaly> cases(StubFigures figures, boolean spanish) {
        return judged(figures, spanish).stream().map(work::decided).toList();
    }

    private List<Anomaly> judged(StubFigures figures, boolean spanish) {
        List<Anomaly> cases = new ArrayList<>();
        for (int index = 0; index < added.size(); index++) {
            cases.add(figures.anomaly(
                    added.get(index).id(),
                    added.size() - index,
                    added.get(index).openedAt(),
                    spanish,
                    false));
        }
        cases.addAll(figures.cases(spanish));
        return cases;
    }

    private Answer one(StubFigures figures, String id, List<Anomaly> cases, boolean spanish) {
        return cases.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .map(item -> ok(work.decided(
                        id.startsWith("K")
                                ? figures.anomaly(Integer.parseInt(id.substring(1)), spanish, true)
                                : figures.anomaly(id, 1, item.openedAt(), spanish, true))))
                .orElseGet(() -> problem(404, "no case " + id));
    }

    private static Page<Anomaly> filter(List<Anomaly> cases, Map<String, List<String>> query) {
        List<Anomaly> found = cases.stream()
                .filter(item -> allowed(query, "type", item.type().name()))
                .filter(item -> allowed(query, "severity", item.severity().name()))
                .filter(item -> allowed(query, "status", item.status().name()))
                .filter(item -> allowed(query, "client", item.clientId()))
                .filter(item -> allowed(query, "assignee", String.valueOf(item.assignee())))
                .filter(item -> item.lastDay().toString().compareTo(one(query, "from", "")) >= 0)
                .filter(item -> item.firstDay().toString().compareTo(one(query, "to", "9")) <= 0)
                .sorted(
                        Set.of("score,desc", "recovery,desc").contains(one(query, "sort", ""))
                                ? Comparator.comparingInt(Anomaly::score).reversed()
                                : Comparator.comparing(Anomaly::openedAt).reversed())
                .toList();
        return page(found, query);
    }

    private Page<ClientSummary> clients(StubFigures figures, Map<String, List<String>> query) {
        List<String> sort = List.of(one(query, "sort", "clientId,asc").split(",", -1));
        Comparator<ClientSummary> order =
                switch (sort.getFirst()) {
                    case "averageDailyKwh" -> Comparator.comparing(ClientSummary::averageDailyKwh);
                    case "nightShare" -> Comparator.comparing(ClientSummary::nightShare);
                    case "openAnomalies" -> Comparator.comparing(ClientSummary::openAnomalies);
                    default -> Comparator.comparing(ClientSummary::clientId);
                };
        String text = one(query, "q", "");
        return page(
                (empty ? List.<ClientSummary>of() : everyClient(figures))
                        .stream()
                                .filter(client -> client.clientId().contains(text))
                                .sorted(sort.getLast().equals("desc") ? order.reversed() : order)
                                .toList(),
                query);
    }

    private List<ClientSummary> everyClient(StubFigures figures) {
        return Stream.concat(figures.clients().stream(), moreClients.stream().map(figures::client))
                .toList();
    }

    private Answer client(StubFigures figures, List<String> parts, Map<String, List<String>> query) {
        String id = parts.get(1);
        var known = everyClient(figures).stream()
                .filter(client -> client.clientId().equals(id))
                .findFirst();
        if (known.isEmpty()) {
            return problem(404, "no client " + id);
        }
        if (parts.size() == 2) {
            return ok(known.get());
        }
        LocalDate to =
                LocalDate.parse(one(query, "to", LocalDate.now(StubFigures.ZONE).toString()));
        LocalDate from = LocalDate.parse(one(query, "from", to.minusDays(30).toString()));
        return switch (parts.get(2)) {
            case "daily" -> ok(whole(figures.daily(id, from, to)));
            case "hourly" -> ok(page(figures.hourly(id, from, to), query));
            case "monthly" -> ok(whole(figures.months(id)));
            case "baseline" -> ok(figures.baseline(id, decisions.since(id)));
            case "rebaseline" -> {
                Rebaseline begun = decisions.rebaseline(id);
                yield begun == null ? problem(404, "no rebaseline") : ok(begun);
            }
            case "exception" -> {
                ClientException said = decisions.exception(id);
                yield said == null ? problem(404, "no exception") : ok(said);
            }
            default -> problem(404, "no such path");
        };
    }

    private static <T> Page<T> whole(List<T> all) {
        return Page.of(all, Math.max(1, all.size()), 0, all.size());
    }

    private static Object monthly(StubFigures figures, List<String> parts, Map<String, List<String>> query) {
        if (parts.size() == 1) {
            return months(figures, query);
        }
        if (parts.getLast().equals("summary")) {
            return figures.summary(YearMonth.parse(parts.get(1)));
        }
        List<YearMonth> months = Stream.of(one(query, "months", "").split(",", -1))
                .map(YearMonth::parse)
                .toList();
        boolean sameDays =
                one(query, "sameDays", "").equals("true") && months.contains(YearMonth.now(StubFigures.ZONE));
        return months.stream().map(month -> figures.totals(month, sameDays)).toList();
    }

    private static Page<?> months(StubFigures figures, Map<String, List<String>> query) {
        YearMonth month = YearMonth.parse(
                one(query, "month", YearMonth.now(StubFigures.ZONE).toString()));
        return page(
                figures.clients().stream()
                        .map(client -> figures.month(client.clientId(), month, false))
                        .toList(),
                query);
    }

    private static <T> Page<T> page(List<T> all, Map<String, List<String>> query) {
        int size = Integer.parseInt(one(query, "size", "50"));
        int number = Integer.parseInt(one(query, "page", "0"));
        int begin = Math.min(all.size(), size * number);
        return Page.of(all.subList(begin, Math.min(all.size(), begin + size)), size, number, all.size());
    }

    private static boolean allowed(Map<String, List<String>> query, String name, String value) {
        return !query.containsKey(name) || query.get(name).contains(value);
    }

    private static String one(Map<String, List<String>> query, String name, String otherwise) {
        return query.getOrDefault(name, List.of(otherwise)).getFirst();
    }

    private static Map<String, List<String>> query(HttpExchange exchange) {
        Map<String, List<String>> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String pair : List.of(raw.split("&", -1))) {
                int equals = pair.indexOf('=');
                query.computeIfAbsent(pair.substring(0, equals), key -> new ArrayList<>())
                        .add(URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return query;
    }

    private static Answer ok(Object body) {
        return new Answer(200, body);
    }

    private static Answer problem(int status, String detail) {
        return new Answer(status, new Problem("about:blank", "problem", status, detail));
    }
}
