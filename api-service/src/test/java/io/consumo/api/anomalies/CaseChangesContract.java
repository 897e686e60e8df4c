package io.consumo.api.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.TestClock;
import io.consumo.model.CaseStatus;
import io.consumo.model.store.DecisionDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a source of changes promises. */
interface CaseChangesContract {

    Instant NOW = TestClock.START;

    CaseChanges changes();

    void store(DecidedCase decided);

    @Test
    default void givesEachChangeOnceInOrderAlsoWhereManyHaveOneInstant() {
        List<CaseChange> stored = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            String id = "paged-" + number;
            Instant judged = number < 4 ? NOW : NOW.plusMillis(number);
            int decision = number % 2;
            store(new DecidedCase(
                    Cases.drop(id, "paged", judged),
                    decision == 0 ? DecisionDocument.none(id) : decided(id, NOW, decision)));
            stored.add(new CaseChange(judged, id, 0));
            if (decision > 0) {
                stored.add(new CaseChange(NOW, id, decision));
            }
        }
        store(new DecidedCase(
                Cases.drop("paged-before", "paged", NOW.minusMillis(1)), decided("paged-before", NOW, 7)));
        stored.add(new CaseChange(NOW, "paged-before", 7));

        for (int most = 1; most < 4; most++) {
            List<CaseChange> found = new ArrayList<>();
            CaseChange place = CaseChange.before(NOW);
            List<CaseChange> page = changes().after(place, most);
            while (!page.isEmpty()) {
                assertThat(page).hasSizeLessThanOrEqualTo(most);
                found.addAll(page);
                page = changes().after(page.getLast(), most);
            }
            assertThat(found)
                    .as("by %d", most)
                    .isEqualTo(stored.stream().sorted().toList());
        }
    }

    @Test
    default void readsCasesInTheOrderThatIsAskedForAndLeavesOutThoseThatAreGone() {
        store(new DecidedCase(Cases.drop("read-1", "read", NOW), decided("read-1", NOW, 3)));
        store(new DecidedCase(Cases.drop("read-2", "read", NOW), DecisionDocument.none("read-2")));

        List<DecidedCase> read = changes().read(List.of("read-2", "gone", "read-1"));

        assertThat(read).extracting(one -> one.judged().id()).containsExactly("read-2", "read-1");
        assertThat(read.getLast().status()).isEqualTo(CaseStatus.ACKNOWLEDGED);
    }

    static DecisionDocument decided(String id, Instant at, int version) {
        return new DecisionDocument(id, CaseStatus.ACKNOWLEDGED, null, null, version, List.of(), at, null);
    }
}
