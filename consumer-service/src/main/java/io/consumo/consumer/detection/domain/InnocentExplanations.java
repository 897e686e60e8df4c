package io.consumo.consumer.detection.domain;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CheckResult;
import io.consumo.model.store.CaseDocument.Check;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks whether something harmless explains an episode: passed when it does not, unknown when days cannot tell. */
final class InnocentExplanations {

    private static final double COMPLETE = 0.95;

    /** So little history may be the habits of a client that has just moved in. */
    private static final int SETTLED_DAYS = 45;

    /** Nobody is on holiday for longer. */
    private static final int LONGEST_HOLIDAY_DAYS = 21;

    /** A level so near that of the year before is what the season brings. */
    private static final double NEAR_LAST_YEAR = 0.25;

    /** The base of an empty house stays at this share of the usual one or above. */
    private static final double BASE_OF_AN_EMPTY_HOUSE = 60;

    private static final Set<AnomalySubtype> FALLS = Set.of(AnomalySubtype.DROP, AnomalySubtype.ZERO);

    private final Episode episode;
    private final Judgement judgement;

    InnocentExplanations(Episode episode, Judgement judgement) {
        this.episode = episode;
        this.judgement = judgement;
    }

    List<Check> all() {
        return List.of(
                new Check("dataGap", passed(episode.tally().completeness() >= COMPLETE)),
                new Check("outage", outage()),
                new Check("vacancy", vacancy()),
                new Check("holiday", holiday()),
                new Check("season", season()),
                new Check("newBaseline", newBaseline()),
                new Check("solar", solar()));
    }

    /** Without power nothing is measured, or nothing but zero; a meter that goes on counting a share has power. */
    private CheckResult outage() {
        boolean counts = episode.tally().observed() > 0 && episode.tally().completeness() >= COMPLETE;
        boolean isZero =
                episode.rule().subtype().filter(AnomalySubtype.ZERO::equals).isPresent();
        return !isFall() || (counts && !isZero) ? CheckResult.PASSED : CheckResult.UNKNOWN;
    }

    private CheckResult vacancy() {
        Double base = figures().get("baseRatio");
        if (!isFall()) {
            return CheckResult.PASSED;
        }
        return base == null ? CheckResult.UNKNOWN : passed(base < BASE_OF_AN_EMPTY_HOUSE);
    }

    private CheckResult holiday() {
        if (!isFall()) {
            return CheckResult.PASSED;
        }
        long days = ChronoUnit.DAYS.between(episode.firstDay(), episode.lastDay());
        return days > LONGEST_HOLIDAY_DAYS ? CheckResult.PASSED : vacancy();
    }

    private CheckResult season() {
        double observed = episode.tally().observed() / episode.tally().days();
        return judgement
                .sameSeason(episode.lastDay())
                .map(total -> passed(Math.abs(observed - total) > NEAR_LAST_YEAR * total))
                .orElse(CheckResult.UNKNOWN);
    }

    private CheckResult newBaseline() {
        long known = ChronoUnit.DAYS.between(judgement.baseline().firstDay(), episode.firstDay());
        return passed(known >= SETTLED_DAYS);
    }

    /** The rules for a fall fire only when the night falls, too. */
    private CheckResult solar() {
        boolean isCurve =
                episode.rule().subtype().filter(AnomalySubtype.SHAPE::equals).isPresent();
        return isCurve ? CheckResult.UNKNOWN : CheckResult.PASSED;
    }

    private boolean isFall() {
        return episode.rule().type() == AnomalyType.FRAUD
                && episode.rule().subtype().filter(FALLS::contains).isPresent();
    }

    private Map<String, Double> figures() {
        return episode.tally().figures();
    }

    private static CheckResult passed(boolean passed) {
        return passed ? CheckResult.PASSED : CheckResult.FAILED;
    }
}
