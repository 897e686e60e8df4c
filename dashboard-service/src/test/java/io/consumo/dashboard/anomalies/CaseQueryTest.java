package io.consumo.dashboard.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.consumo.dashboard.backend.CaseFilter;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseQueryTest {

    @Test
    void meansTheUndecidedCasesWithoutAFilter() {
        assertThat(CaseQuery.read(QueryParameters.empty())).isEqualTo(CaseFilter.OPEN);
        assertThat(CaseQuery.write(CaseFilter.OPEN).getParameters()).isEmpty();
    }

    @Test
    void comesBackFromTheAddressAsItWasWritten() {
        CaseFilter filter = new CaseFilter(
                Set.of(AnomalyType.FRAUD, AnomalyType.SPIKE),
                Set.of(Severity.CRITICAL),
                Set.of(CaseStatus.CONFIRMED),
                null);

        assertThat(CaseQuery.read(CaseQuery.write(filter))).isEqualTo(filter);
    }

    @Test
    void remembersThatAnyStateIsMeant() {
        CaseFilter any = new CaseFilter(Set.of(), Set.of(), Set.of(), null);

        assertThat(CaseQuery.read(CaseQuery.write(any))).isEqualTo(any);
    }

    @Test
    void leavesOutWhatItDoesNotKnow() {
        assertThat(CaseQuery.read(QueryParameters.fromString("type=FRAUD&type=NONSENSE&severity=")))
                .isEqualTo(new CaseFilter(Set.of(AnomalyType.FRAUD), Set.of(), CaseFilter.UNDECIDED, null));
    }
}
