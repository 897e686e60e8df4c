package io.consumo.consumer.evaluate;

import io.consumo.consumer.detection.domain.Baseline;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Detector;
import io.consumo.consumer.detection.domain.Episode;
import io.consumo.consumer.detection.domain.Judgement;
import io.consumo.model.Severity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The engine that runs live, given one day after the other as meters report them. */
final class Engine implements Contestant {

    private final Detector detector;
    private final Map<Key, FoundCase> cases = new HashMap<>();
    private Baseline baseline = Baseline.NONE;

    Engine(Detector detector) {
        this.detector = detector;
    }

    private record Key(String rule, LocalDate firstDay) {

        static Key of(Episode episode) {
            return new Key(episode.rule().key(), episode.firstDay());
        }
    }

    @Override
    public void see(DayCurve day) {
        Judgement judgement = detector.judge(baseline, List.of(day));
        Set<Key> standing = judgement.episodes().stream().map(Key::of).collect(Collectors.toSet());
        // Cases that were over before the judgement begins are final, others stand or are withdrawn.
        cases.entrySet()
                .removeIf(known ->
                        !known.getValue().lastDay().isBefore(judgement.from()) && !standing.contains(known.getKey()));
        for (Episode episode : judgement.episodes()) {
            cases.merge(Key.of(episode), caseOf(episode, day.day()), Engine::continued);
        }
        baseline = judgement.baseline();
    }

    private static FoundCase caseOf(Episode episode, LocalDate today) {
        int score = episode.tally().score();
        return new FoundCase(
                episode.rule().type(),
                episode.firstDay(),
                episode.lastDay(),
                Severity.ofScore(score).compareTo(Severity.MEDIUM) >= 0 ? Optional.of(today) : Optional.empty(),
                score);
    }

    private static FoundCase continued(FoundCase old, FoundCase fresh) {
        return new FoundCase(
                fresh.type(),
                fresh.firstDay(),
                fresh.lastDay(),
                old.alertedOn().or(fresh::alertedOn),
                Math.max(old.score(), fresh.score()));
    }

    @Override
    public List<FoundCase> cases() {
        return List.copyOf(cases.values());
    }
}
