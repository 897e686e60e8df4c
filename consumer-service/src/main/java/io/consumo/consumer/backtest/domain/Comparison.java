package io.consumo.consumer.backtest.domain;

import io.consumo.consumer.detection.domain.Episode;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import io.consumo.model.api.Backtest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Adds up, client by client, what tried rules find and lose against the live ones; its size is bounded. */
public final class Comparison {

    private static final int MOST_CASES = 500;

    private static final Comparator<Backtest.Case> BY_SCORE = Comparator.comparingInt(Backtest.Case::score)
            .thenComparing(Backtest.Case::clientId, Comparator.reverseOrder())
            .thenComparing(Backtest.Case::firstDay);

    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, Integer> casesNow = new TreeMap<>();
    private final Map<String, Integer> casesTried = new TreeMap<>();
    private final Side found = new Side();
    private final Side lost = new Side();
    private int confirmedKept;
    private int confirmedLost;
    private int dismissedKept;
    private int dismissedAvoided;

    /** Of cases that show on one of these days, both inclusive. */
    public Comparison(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /** Cases that only one side raises: all are counted, those with the highest scores are kept. */
    private static final class Side {

        private final PriorityQueue<Backtest.Case> highest = new PriorityQueue<>(BY_SCORE);
        private int count;

        void add(Backtest.Case one) {
            count++;
            highest.add(one);
            if (highest.size() > MOST_CASES) {
                highest.remove();
            }
        }

        List<Backtest.Case> cases() {
            return highest.stream().sorted(BY_SCORE.reversed()).toList();
        }
    }

    /**
     * Adds one client.
     *
     * @param now what the live rules find in its days
     * @param tried what the tried rules find in the same days
     * @param live its cases as they stand today
     */
    public void add(String clientId, List<Episode> now, List<Episode> tried, List<LiveCase> live) {
        List<Episode> nowHere = now.stream().filter(this::isHere).toList();
        List<Episode> triedHere = tried.stream().filter(this::isHere).toList();
        nowHere.forEach(one -> casesNow.merge(one.rule().key(), 1, Integer::sum));
        triedHere.forEach(one -> casesTried.merge(one.rule().key(), 1, Integer::sum));
        triedHere.stream()
                .filter(one -> now.stream().noneMatch(other -> isSame(one, other)))
                .forEach(one -> found.add(told(clientId, one, live)));
        nowHere.stream()
                .filter(one -> tried.stream().noneMatch(other -> isSame(one, other)))
                .forEach(one -> lost.add(told(clientId, one, live)));
        live.stream()
                .filter(one -> overlaps(one.firstDay(), one.lastDay(), from, to))
                .forEach(one -> close(one, tried.stream().anyMatch(episode -> isSame(one, episode))));
    }

    private void close(LiveCase one, boolean isKept) {
        if (one.status() == CaseStatus.CONFIRMED) {
            confirmedKept += isKept ? 1 : 0;
            confirmedLost += isKept ? 0 : 1;
        } else if (one.status() == CaseStatus.DISMISSED) {
            dismissedKept += isKept ? 1 : 0;
            dismissedAvoided += isKept ? 0 : 1;
        }
    }

    public Backtest.Outcome outcome() {
        return new Backtest.Outcome(
                Map.copyOf(casesNow),
                Map.copyOf(casesTried),
                found.count,
                lost.count,
                new Backtest.Closed(confirmedKept, confirmedLost, dismissedKept, dismissedAvoided),
                found.cases(),
                lost.cases());
    }

    private static Backtest.Case told(String clientId, Episode episode, List<LiveCase> live) {
        Optional<LiveCase> known =
                live.stream().filter(one -> isSame(one, episode)).findFirst();
        int score = episode.tally().score();
        return new Backtest.Case(
                clientId,
                episode.rule().type(),
                episode.rule().subtype().orElse(null),
                Severity.ofScore(score),
                score,
                episode.firstDay(),
                episode.lastDay(),
                episode.rule().type() == AnomalyType.FRAUD
                        ? Math.round(episode.tally().mid() * 10_000) / 10_000.0
                        : 0,
                known.map(LiveCase::id).orElse(null),
                known.map(LiveCase::status).orElse(null));
    }

    private boolean isHere(Episode episode) {
        return overlaps(episode.firstDay(), episode.lastDay(), from, to);
    }

    private static boolean isSame(Episode one, Episode other) {
        return one.rule().key().equals(other.rule().key())
                && overlaps(one.firstDay(), one.lastDay(), other.firstDay(), other.lastDay());
    }

    private static boolean isSame(LiveCase one, Episode episode) {
        return one.type() == episode.rule().type()
                && Optional.ofNullable(one.subtype()).equals(episode.rule().subtype())
                && overlaps(one.firstDay(), one.lastDay(), episode.firstDay(), episode.lastDay());
    }

    private static boolean overlaps(LocalDate first, LocalDate last, LocalDate otherFirst, LocalDate otherLast) {
        return !first.isAfter(otherLast) && !otherFirst.isAfter(last);
    }
}
