package io.consumo.consumer.cli;

import io.consumo.consumer.evaluate.Evaluation;
import io.consumo.consumer.evaluate.Interval;
import io.consumo.consumer.evaluate.Ranking;
import io.consumo.consumer.evaluate.Scores;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The evaluation as tables for a person. */
final class EvaluationText {

    private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);
    private static final String LIMITS = """

            Recall of injected anomalies says what would be found of such changes, not how precise visits in the field
            would be: on real labelled thefts (SGCC) "flat means fraud" is worse than a coin and one simple feature
            reaches an AUC of 0.71. Untouched meters are taken as honest, so false cases are an upper bound. Intervals
            hold 95 % of 400 samples of clients drawn with replacement.
            """;

    private final StringBuilder text = new StringBuilder();
    private final Evaluation evaluation;
    private final Map<String, Interval> intervals;

    private EvaluationText(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.intervals = evaluation.intervals();
    }

    static String of(Evaluation evaluation) {
        EvaluationText text = new EvaluationText(evaluation);
        text.file();
        Scores ours = evaluation.scores(Evaluation.ENGINE);
        text.kinds(ours);
        text.others(ours);
        text.peers();
        return text.text + LIMITS;
    }

    private void file() {
        line(
                "%,d readings of %,d clients.",
                evaluation.readings(), evaluation.clients().size());
        if (evaluation.badLines() > 0) {
            line("%,d lines could not be read.", evaluation.badLines());
        }
        if (evaluation.tooLate() > 0) {
            line(
                    "%,d readings came too far out of order to be judged; sort the file by client and time.",
                    evaluation.tooLate());
        }
    }

    private void kinds(Scores scores) {
        line("");
        line(
                "%-12s %7s %6s %7s %14s %12s   %s",
                "injected", "clients", "found", "recall", "", "median days", "found as");
        scores.kinds()
                .forEach((name, kind) -> line(
                        "%-12s %7d %6d %7.3f %14s %12s   %s",
                        name,
                        kind.clients(),
                        kind.found(),
                        kind.recall(),
                        interval("kinds." + name + ".recall", "%.2f"),
                        Double.isNaN(kind.medianDays()) ? "-" : number("%.1f", kind.medianDays()),
                        counts(kind.types())));
    }

    private void others(Scores scores) {
        Scores.Untouched untouched = scores.untouched();
        line("");
        line(
                "untouched    %d clients, %.0f client-months: %d cases, %.1f %s per 1,000 client-months%s",
                untouched.clients(),
                untouched.clientMonths(),
                untouched.falseCases(),
                untouched.per1000(),
                interval("untouched.per1000", "%.1f"),
                untouched.types().isEmpty() ? "" : " (" + perType(untouched) + ")");
        line(
                "controls     %d clients: %d cases",
                scores.controls().clients(), scores.controls().cases());
        Ranking ranking = scores.ranking();
        line(
                "ranking      AUC %.3f %s, recall at 1 %% false alarms %.3f %s,",
                ranking.auc(),
                interval("ranking.auc", "%.2f"),
                ranking.recallAt1pct(),
                interval("ranking.recallAt1pct", "%.2f"));
        line(
                "             precision in the top 1 %% %.3f %s, top 5 %% %.3f %s",
                ranking.precisionTop1pct(),
                interval("ranking.precisionTop1pct", "%.2f"),
                ranking.precisionTop5pct(),
                interval("ranking.precisionTop5pct", "%.2f"));
    }

    private void peers() {
        line("");
        line(
                "%-32s %8s %8s %8s %6s %6s %7s %7s",
                "beside it", "recall", "per 1000", "controls", "AUC", "at 1 %", "top 1 %", "top 5 %");
        for (String name : evaluation.contestants()) {
            Scores scores = evaluation.scores(name);
            int clients = scores.kinds().values().stream()
                    .mapToInt(Scores.Kind::clients)
                    .sum();
            int found = scores.kinds().values().stream()
                    .mapToInt(Scores.Kind::found)
                    .sum();
            Ranking ranking = scores.ranking();
            line(
                    "%-32s %8.3f %8.1f %8d %6.3f %6.3f %7.3f %7.3f",
                    name,
                    clients == 0 ? Double.NaN : (double) found / clients,
                    scores.untouched().per1000(),
                    scores.controls().cases(),
                    ranking.auc(),
                    ranking.recallAt1pct(),
                    ranking.precisionTop1pct(),
                    ranking.precisionTop5pct());
        }
    }

    private static String perType(Scores.Untouched untouched) {
        return untouched.types().entrySet().stream()
                .map(type -> number("%.1f ", 1000 * type.getValue() / untouched.clientMonths()) + type.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String counts(Map<String, Integer> types) {
        return types.entrySet().stream()
                .map(type -> type.getValue() + " " + type.getKey())
                .collect(Collectors.joining(", "));
    }

    private String interval(String name, String format) {
        Interval interval = intervals.getOrDefault(name, UNKNOWN);
        return "[" + number(format, interval.low()) + ", " + number(format, interval.high()) + "]";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append(System.lineSeparator());
    }
}
