package io.consumo.consumer.detection.domain;

import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.CheckResult;
import io.consumo.model.Energy;
import io.consumo.model.Severity;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.CaseDocument.Check;
import io.consumo.model.store.CaseDocument.Evidence;
import io.consumo.model.store.CaseDocument.Range;
import io.consumo.model.store.CaseDocument.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes the case of an episode: what was observed and expected, what is lost, and why.
 *
 * @param tariff what a kWh costs, to value losses
 */
public record CaseFile(ZoneId zone, BigDecimal tariff, String currency, Instant now, long revision) {

    private static final int EVIDENCE_DAYS = 21;
    private static final int POINTS_PER_FURTHER_DAY = 2;
    private static final int POINTS_FOR_LASTING = 16;

    /** The checks that the first rules cannot answer yet; told as unknown rather than left out. */
    private static final List<String> UNANSWERED =
            List.of("outage", "vacancy", "holiday", "season", "newBaseline", "solar");

    /** Stable for the same episode, so that judging again finds the same case. */
    public static String idOf(String clientId, String ruleKey, LocalDate firstDay) {
        return UUID.nameUUIDFromBytes(
                        (clientId + "|" + ruleKey + "|" + firstDay).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * The case of the episode.
     *
     * @param verdicts all judged days of the client, for the evidence around the episode
     */
    public CaseDocument write(String clientId, Episode episode, List<Verdict> verdicts) {
        double observed = sum(episode, verdict -> verdict.curve().total());
        double expected = sum(episode, CaseFile::expected);
        double completeness = sum(episode, verdict -> verdict.curve().present())
                / (DayCurve.HOURS * (double) episode.days().size());
        int score = score(episode);
        Range lost = lost(episode);
        AnomalyRule rule = episode.rule();
        Map<String, String> arguments = arguments(episode, observed, expected);
        return new CaseDocument(
                idOf(clientId, rule.key(), episode.firstDay()),
                clientId,
                rule.type(),
                rule.subtype().orElse(null),
                Severity.ofScore(score),
                score,
                episode.running() ? CaseStatus.OPEN : CaseStatus.CLEARED,
                episode.firstDay().toString(),
                episode.lastDay().toString(),
                units(observed),
                units(expected),
                lost,
                new Range(money(lost.low()), money(lost.mid()), money(lost.high())),
                currency,
                rule.type() == AnomalyType.FRAUD ? 0 : units(Math.max(0, observed - expected)),
                new Words(rule.key(), arguments),
                new Words("cleared." + rule.key(), thresholds(rule)),
                checks(completeness),
                evidence(episode, verdicts),
                rule.thresholds(),
                completeness,
                now,
                now,
                revision);
    }

    private static double sum(Episode episode, ToDoubleFunction<Verdict> figure) {
        return episode.days().stream().mapToDouble(figure).sum();
    }

    private static double expected(Verdict verdict) {
        return verdict.expectation()
                .map(usual -> usual.totalFor(verdict.curve()))
                .orElse(0.0);
    }

    /** The mean of the days' scores, more for an episode that lasts. */
    private static int score(Episode episode) {
        double mean = episode.days().stream()
                .mapToInt(verdict -> finding(episode, verdict).score())
                .average()
                .orElse(0);
        int lasting = Math.min(
                POINTS_FOR_LASTING, POINTS_PER_FURTHER_DAY * (episode.days().size() - 1));
        return (int) Math.min(100, Math.round(mean + lasting));
    }

    private static Finding finding(Episode episode, Verdict verdict) {
        return Optional.ofNullable(verdict.findings().get(episode.rule())).orElseThrow();
    }

    /** Energy that was used but not metered; the meter shows the rest, so it is billed. */
    private static Range lost(Episode episode) {
        if (episode.rule().type() != AnomalyType.FRAUD) {
            return Range.NONE;
        }
        double low = 0;
        double mid = 0;
        double high = 0;
        for (Verdict verdict : episode.days()) {
            double missing = expected(verdict) - verdict.curve().total();
            double spread = verdict.expectation().map(Expectation::totalSpread).orElse(0.0);
            low += Math.max(0, missing - spread);
            mid += Math.max(0, missing);
            high += Math.max(0, missing + spread);
        }
        // A curve made up with its total kept has lost nothing that can be told from the meter.
        return mid == 0 ? Range.NONE : new Range(units(low), units(mid), units(high));
    }

    private long money(long energy) {
        return new Energy(energy)
                .toKwh()
                .multiply(tariff)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Map<String, String> arguments(Episode episode, double observed, double expected) {
        int days = episode.days().size();
        Map<String, String> arguments = new TreeMap<>();
        // The last day's figures: those that tell a time of day cannot be averaged.
        finding(episode, episode.days().getLast())
                .figures()
                .forEach((name, value) -> arguments.put(name, number(value)));
        arguments.put("observed", number(observed / days));
        arguments.put("expected", number(expected / days));
        arguments.put("percent", number(expected == 0 ? 0 : 100 * Math.abs(observed - expected) / expected));
        arguments.put("days", String.valueOf(days));
        return arguments;
    }

    private static Map<String, String> thresholds(AnomalyRule rule) {
        Map<String, String> thresholds = new TreeMap<>();
        rule.thresholds().forEach((name, value) -> thresholds.put(name, number(value)));
        return thresholds;
    }

    private static List<Check> checks(double completeness) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("dataGap", completeness >= 0.95 ? CheckResult.PASSED : CheckResult.FAILED));
        UNANSWERED.forEach(name -> checks.add(new Check(name, CheckResult.UNKNOWN)));
        return checks;
    }

    private List<Evidence> evidence(Episode episode, List<Verdict> verdicts) {
        LocalDate from = episode.lastDay().minusDays(EVIDENCE_DAYS - 1L);
        List<Evidence> evidence = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            LocalDate day = verdict.curve().day();
            if (!day.isBefore(from) && !day.isAfter(episode.lastDay())) {
                verdict.expectation().ifPresent(usual -> addHours(evidence, verdict.curve(), usual));
            }
        }
        return evidence;
    }

    private void addHours(List<Evidence> evidence, DayCurve curve, Expectation usual) {
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            @Nullable Long observed = curve.has(hour) ? units(curve.kwh(hour)) : null;
            evidence.add(new Evidence(
                    curve.day().atTime(hour, 0).atZone(zone).toInstant(),
                    observed,
                    units(usual.kwh(hour)),
                    units(usual.low(hour)),
                    units(usual.high(hour))));
        }
    }

    private static long units(double kwh) {
        return Math.round(kwh * 10_000);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
