package io.consumo.consumer.detection.domain;

import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Energy;
import io.consumo.model.Severity;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.CaseDocument.Evidence;
import io.consumo.model.store.CaseDocument.Range;
import io.consumo.model.store.CaseDocument.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the case of an episode: what was observed and expected, what is lost, and why.
 *
 * @param tariff what a kWh costs, to value losses
 */
public record CaseFile(ZoneId zone, BigDecimal tariff, String currency, Instant now, long revision) {

    private static final int DAYS_A_MONTH = 30;

    /** Stable for the same episode, so that judging again finds the same case. */
    public static String idOf(String clientId, String ruleKey, LocalDate firstDay) {
        return idOf(clientId + "|" + ruleKey + "|" + firstDay);
    }

    /** The next id for the same episode, where another case has the first one. */
    static String idAfter(String id) {
        return idOf(id);
    }

    private static String idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * The case of the episode: the stored one when its days lie before all that changed, otherwise written anew.
     *
     * @param stored the client's cases
     */
    public CaseDocument write(String clientId, Episode episode, Judgement judgement, List<CaseDocument> stored) {
        CaseStatus status = episode.running() ? CaseStatus.OPEN : CaseStatus.CLEARED;
        return stored.stream()
                .filter(one -> episode.lastDay().isBefore(judgement.changedFrom()) && tells(one, episode))
                .findFirst()
                .map(one -> one.status() == status ? one : one.becoming(status, now, revision))
                .orElseGet(() -> write(clientId, episode, status, judgement));
    }

    private static boolean tells(CaseDocument one, Episode episode) {
        return one.type() == episode.rule().type()
                && Optional.ofNullable(one.subtype()).equals(episode.rule().subtype())
                && one.firstDay().equals(episode.firstDay().toString())
                && one.lastDay().equals(episode.lastDay().toString());
    }

    private CaseDocument write(String clientId, Episode episode, CaseStatus status, Judgement judgement) {
        AnomalyRule rule = episode.rule();
        Tally tally = episode.tally();
        int score = tally.score();
        Range lost = rule.type() == AnomalyType.FRAUD ? lost(tally) : Range.NONE;
        return new CaseDocument(
                idOf(clientId, rule.key(), episode.firstDay()),
                clientId,
                rule.type(),
                rule.subtype().orElse(null),
                Severity.ofScore(score),
                score,
                status,
                episode.firstDay().toString(),
                episode.lastDay().toString(),
                episode.openedOn().toString(),
                units(tally.observed()),
                units(tally.expected()),
                lost,
                new Range(money(lost.low()), money(lost.mid()), money(lost.high())),
                currency,
                rule.type() == AnomalyType.FRAUD ? 0 : units(Math.max(0, tally.observed() - tally.expected())),
                lostPerMonth(lost, tally.days()),
                new Words(rule.key(), arguments(tally)),
                new Words("cleared." + rule.key(), clearedIf(rule, tally)),
                new InnocentExplanations(episode, judgement).all(),
                evidence(episode, judgement),
                rule.thresholds(),
                tally.completeness(),
                now,
                now,
                revision);
    }

    /** Energy that was used but not metered; where the meter shows the rest it is billed. */
    private static Range lost(Tally tally) {
        // A curve made up with its total kept has lost nothing that can be told from the meter.
        return tally.mid() == 0 ? Range.NONE : new Range(units(tally.low()), units(tally.mid()), units(tally.high()));
    }

    /** At the pace of the days on which the rule fired; whoever ranks cases multiplies it by the chance of being right. */
    private @Nullable Long lostPerMonth(Range lost, int days) {
        return lost.mid() == 0 ? null : (Long) money(Math.round((double) lost.mid() / days * DAYS_A_MONTH));
    }

    private long money(long energy) {
        return new Energy(energy)
                .toKwh()
                .multiply(tariff)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Map<String, String> arguments(Tally tally) {
        Map<String, String> arguments = new TreeMap<>();
        // The last day's figures: those that tell a time of day cannot be averaged.
        tally.figures().forEach((name, value) -> arguments.put(name, number(value)));
        double change = Math.abs(tally.observed() - tally.expected());
        arguments.put("observed", number(tally.observed() / tally.days()));
        arguments.put("expected", number(tally.expected() / tally.days()));
        arguments.put("percent", number(tally.expected() == 0 ? 0 : 100 * change / tally.expected()));
        arguments.put("days", String.valueOf(tally.days()));
        return arguments;
    }

    /** The thresholds, and where a total would clear the case, the client's own. */
    private static Map<String, String> clearedIf(AnomalyRule rule, Tally tally) {
        Map<String, String> arguments = new TreeMap<>();
        rule.thresholds().forEach((name, value) -> arguments.put(name, number(value)));
        rule.silentAt(tally.expected() / tally.days()).ifPresent(limit -> arguments.put("limit", number(limit)));
        return arguments;
    }

    private List<Evidence> evidence(Episode episode, Judgement judgement) {
        List<Evidence> evidence = new ArrayList<>();
        for (KnownDay day : judgement.daysUpTo(episode.lastDay())) {
            judgement
                    .expectation(day.curve())
                    .ifPresent(usual -> addHours(evidence, day.curve(), usual.on(day.curve())));
        }
        return evidence;
    }

    private void addHours(List<Evidence> evidence, DayCurve curve, UsualDay usual) {
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
