package io.consumo.consumer.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How well a ranking of clients puts the anomalous first. Clients of the same rank count as if in the middle of all
 * orders they could have.
 *
 * @param auc the chance that an anomalous client ranks above another
 * @param recallAt1pct share of the anomalous that rank above all but 1 % of the others
 * @param precisionTop1pct share of the anomalous among the first 1 % of all
 */
public record Ranking(double auc, double recallAt1pct, double precisionTop1pct, double precisionTop5pct) {

    /** A client's place. */
    record Ranked(double rank, boolean anomaly) {}

    static Ranking of(List<Ranked> clients) {
        Ranked[] sorted = clients.toArray(Ranked[]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(Ranked::rank).reversed());
        int anomalous = (int) Arrays.stream(sorted).filter(Ranked::anomaly).count();
        int others = sorted.length - anomalous;
        double above = 0;
        double recall = 0;
        int anomalousSeen = 0;
        int othersSeen = 0;
        double allowed = 0.01 * others;
        for (int begin = 0, end; begin < sorted.length; begin = end) {
            int tiedAnomalous = 0;
            end = begin;
            while (end < sorted.length && sorted[end].rank() == sorted[begin].rank()) {
                tiedAnomalous += sorted[end++].anomaly() ? 1 : 0;
            }
            int tiedOthers = end - begin - tiedAnomalous;
            above += tiedAnomalous * (others - othersSeen - tiedOthers / 2.0);
            // Who has rank 0 was not found at all.
            if (othersSeen + tiedOthers <= allowed && sorted[begin].rank() > 0) {
                recall = (double) (anomalousSeen + tiedAnomalous) / Math.max(1, anomalous);
            }
            anomalousSeen += tiedAnomalous;
            othersSeen += tiedOthers;
        }
        return new Ranking(
                anomalous == 0 || others == 0 ? Double.NaN : above / anomalous / others,
                recall,
                precision(sorted, 0.01),
                precision(sorted, 0.05));
    }

    private static double precision(Ranked[] sorted, double share) {
        int top = Math.max(1, (int) Math.round(sorted.length * share));
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double last = sorted[top - 1].rank();
        int above = 0;
        int hits = 0;
        int tied = 0;
        int tiedHits = 0;
        for (Ranked client : sorted) {
            if (client.rank() > last) {
                above++;
                hits += client.anomaly() ? 1 : 0;
            } else if (client.rank() == last) {
                tied++;
                tiedHits += client.anomaly() ? 1 : 0;
            }
        }
        return (hits + (double) (top - above) * tiedHits / tied) / top;
    }
}
