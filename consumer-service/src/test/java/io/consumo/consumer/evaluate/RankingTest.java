package io.consumo.consumer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.consumer.evaluate.Ranking.Ranked;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void isPerfectWhenTheAnomalousComeFirst() {
        assertThat(Ranking.of(clients(2, 98, rank -> rank + 1))).isEqualTo(new Ranking(1, 1, 1, 0.4));
    }

    @Test
    void isThatOfACoinWhenAllRankTheSame() {
        Ranking ranking = Ranking.of(clients(10, 90, rank -> 50));
        assertThat(ranking.auc()).isEqualTo(0.5);
        assertThat(ranking.recallAt1pct()).isZero();
        assertThat(ranking.precisionTop5pct()).isEqualTo(0.1);
    }

    @Test
    void countsNobodyAsFoundWhoHasNoRank() {
        List<Ranked> clients = Stream.concat(
                        Stream.of(new Ranked(60, true)),
                        IntStream.range(0, 20).mapToObj(index -> new Ranked(0, index < 3)))
                .toList();
        assertThat(Ranking.of(clients).recallAt1pct()).isEqualTo(0.25);
    }

    /** The anomalous with the highest indexes. */
    private static List<Ranked> clients(int anomalous, int others, IntToDoubleFunction rank) {
        return IntStream.range(0, anomalous + others)
                .mapToObj(index -> new Ranked(rank.applyAsDouble(index), index >= others))
                .toList();
    }
}
