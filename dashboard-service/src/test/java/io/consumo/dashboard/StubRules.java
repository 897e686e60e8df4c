package io.consumo.dashboard;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import io.consumo.model.api.AnomalyStats.RulePrecision;
import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleScore;
import io.consumo.model.api.RuleScore.KindScore;
import io.consumo.model.api.RuleSettings;
import io.consumo.model.api.RuleSettings.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Two made-up rules, which can be changed and tried. */
final class StubRules {

    private static final int CLIENTS = 50;
    private static final int MILLIS_A_CLIENT = 30;

    private final Map<String, RuleSettings> rules = new ConcurrentHashMap<>();
    private final List<Backtest> backtests = new ArrayList<>();

    synchronized void clear() {
        backtests.clear();
        rules.put(
                "fraud.drop",
                new RuleSettings(
                        "fraud.drop",
                        AnomalyType.FRAUD,
                        AnomalySubtype.DROP,
                        true,
                        List.of(
                                new Threshold("fallPercent", 38, 38, "%", 10, 95.0),
                                new Threshold("missingKwh", 1, 1, "kWh", 0.1, null),
                                new Threshold("awayDays", 24, 24, "d", 1, 90.0),
                                new Threshold("spreads", 1.5, 1.5, null, 0, 10.0)),
                        new RulePrecision("fraud.drop", 11, 13, 84.6, 57.8, 95.7),
                        0,
                        null,
                        null,
                        null));
        rules.put(
                "spike",
                new RuleSettings(
                        "spike",
                        AnomalyType.SPIKE,
                        null,
                        true,
                        List.of(
                                new Threshold("risePercent", 170, 155, "%", 150, 1_000.0),
                                new Threshold("excessKwh", 3, 3, "kWh", 0.5, 100.0)),
                        null,
                        2,
                        "operator",
                        Instant.now().minus(Duration.ofDays(3)),
                        "Too many saunas"));
    }

    List<RuleSettings> all() {
        return rules.values().stream()
                .sorted(java.util.Comparator.comparing(RuleSettings::rule))
                .toList();
    }

    /** Null when somebody else was quicker. */
    synchronized @Nullable RuleSettings change(String key, RuleChange change, String by) {
        RuleSettings rule = Objects.requireNonNull(rules.get(key));
        if (change.version() != null && change.version() != rule.version()) {
            return null;
        }
        RuleSettings changed = new RuleSettings(
                key,
                rule.type(),
                rule.subtype(),
                Objects.requireNonNullElse(change.enabled(), rule.enabled()),
                rule.thresholds().stream()
                        .map(one -> new Threshold(
                                one.name(),
                                change.thresholds().getOrDefault(one.name(), one.value()),
                                one.standard(),
                                one.unit(),
                                one.lowest(),
                                one.highest()))
                        .toList(),
                rule.precision(),
                rule.version() + 1,
                by,
                Instant.now(),
                change.reason());
        rules.put(key, changed);
        return changed;
    }

    synchronized Backtest begin(BacktestRequest request, String by) {
        LocalDate today = LocalDate.now(StubFigures.ZONE);
        Backtest test = new Backtest(
                String.valueOf(backtests.size() + 1),
                "RUNNING",
                by,
                Instant.now(),
                null,
                request,
                today.minusDays(30),
                today.minusDays(1),
                0,
                CLIENTS,
                null,
                null);
        backtests.add(test);
        return test;
    }

    /** Null when nobody remembers it. */
    synchronized @Nullable Backtest backtest(String id) {
        if (Integer.parseInt(id) > backtests.size()) {
            return null;
        }
        Backtest test = backtests.get(Integer.parseInt(id) - 1);
        long done = Math.min(
                CLIENTS, Duration.between(test.startedAt(), Instant.now()).toMillis() / MILLIS_A_CLIENT);
        boolean over = done == CLIENTS;
        return new Backtest(
                id,
                over ? "DONE" : "RUNNING",
                test.by(),
                test.startedAt(),
                over ? Instant.now() : null,
                test.request(),
                test.from(),
                test.to(),
                (int) done,
                CLIENTS,
                null,
                over ? outcome(test.to()) : null);
    }

    private static Backtest.Outcome outcome(LocalDate last) {
        return new Backtest.Outcome(
                Map.of("fraud.drop", 9, "spike", 6),
                Map.of("fraud.drop", 7, "spike", 6),
                1,
                2,
                new Backtest.Closed(10, 1, 1, 1),
                List.of(tried("C-000023", last, null, null)),
                List.of(tried("C-000001", last, "K0000", CaseStatus.OPEN), tried("C-000014", last, null, null)));
    }

    private static Backtest.Case tried(
            String client, LocalDate last, @Nullable String caseId, @Nullable CaseStatus status) {
        return new Backtest.Case(
                client,
                AnomalyType.FRAUD,
                AnomalySubtype.DROP,
                Severity.MEDIUM,
                58,
                last.minusDays(9),
                last,
                31.4,
                caseId,
                status);
    }

    static RuleScore score() {
        return new RuleScore(
                List.of(
                        new KindScore("BYPASS", "FRAUD.DROP", 4, 4, 4, 100, 6.5),
                        new KindScore("GROW_LAMPS", "PLANTATION", 5, 4, 4, 80, 2.0),
                        new KindScore("MUTE", "SILENT", 1, 0, 0, 0, null)),
                40,
                1,
                88.9,
                80.0);
    }
}
