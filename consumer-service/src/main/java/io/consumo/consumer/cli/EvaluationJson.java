package io.consumo.consumer.cli;

import io.consumo.consumer.evaluate.Evaluation;
import io.consumo.consumer.evaluate.Interval;
import io.consumo.consumer.evaluate.Ranking;
import io.consumo.consumer.evaluate.Scores;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The evaluation for scripts. A figure that there is not is null. */
final class EvaluationJson {

    private EvaluationJson() {}

    static ObjectNode of(Evaluation evaluation) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        add(root, evaluation.scores(Evaluation.ENGINE));
        ObjectNode intervals = root.putObject("intervals");
        evaluation.intervals().forEach((name, interval) -> add(intervals.putObject(name), interval));
        ObjectNode naive = root.putObject("naive");
        evaluation.contestants().stream()
                .skip(1)
                .forEach(contestant -> add(naive.putObject(contestant), evaluation.scores(contestant)));
        return root;
    }

    private static void add(ObjectNode node, Scores scores) {
        ObjectNode kinds = node.putObject("kinds");
        scores.kinds().forEach((name, kind) -> {
            ObjectNode one = kinds.putObject(name);
            one.put("clients", kind.clients()).put("found", kind.found());
            number(one, "recall", kind.recall());
            number(one, "medianDays", kind.medianDays());
            counts(one, kind.types());
        });
        Scores.Untouched untouched = scores.untouched();
        ObjectNode clean = node.putObject("untouched").put("clients", untouched.clients());
        number(clean, "clientMonths", untouched.clientMonths());
        clean.put("falseCases", untouched.falseCases());
        number(clean, "per1000", untouched.per1000());
        counts(clean, untouched.types());
        node.putObject("controls")
                .put("clients", scores.controls().clients())
                .put("cases", scores.controls().cases());
        add(node.putObject("ranking"), scores.ranking());
    }

    private static void add(ObjectNode node, Ranking ranking) {
        number(node, "auc", ranking.auc());
        number(node, "recallAt1pct", ranking.recallAt1pct());
        number(node, "precisionTop1pct", ranking.precisionTop1pct());
        number(node, "precisionTop5pct", ranking.precisionTop5pct());
    }

    private static void add(ObjectNode node, Interval interval) {
        number(node, "low", interval.low());
        number(node, "high", interval.high());
    }

    private static void counts(ObjectNode node, Map<String, Integer> counts) {
        ObjectNode types = node.putObject("types");
        counts.forEach(types::put);
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, Math.round(value * 10_000) / 10_000.0);
        } else {
            node.putNull(name);
        }
    }
}
