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
        assertThat(CaseQuery.write(CaseFilter.OPEN, CaseOrder.RECOVERY).getParameters())
                .isEmpty();
    }

    @Test
    void comesBackFromTheAddressAsItWasWritten() {
        CaseFilter filter = CaseFilter.of(
                Set.of(AnomalyType.FRAUD, AnomalyType.SPIKE), Set.of(Severity.CRITICAL), Set.of(CaseStatus.CONFIRMED));

        assertThat(CaseQuery.read(CaseQuery.write(filter, CaseOrder.RECOVERY))).isEqualTo(filter);
    }

    @Test
    void remembersThatAnyStateIsMeant() {
        CaseFilter any = CaseFilter.of(Set.of(), Set.of(), Set.of());

        assertThat(CaseQuery.read(CaseQuery.write(any, CaseOrder.RECOVERY))).isEqualTo(any);
    }

    @Test
    void leavesOutWhatItDoesNotKnow() {
        assertThat(CaseQuery.read(QueryParameters.fromString("type=FRAUD&type=NONSENSE&severity=")))
                .isEqualTo(CaseFilter.of(Set.of(AnomalyType.FRAUD), Set.of(), CaseFilter.UNDECIDED));
    }

    @Test
    void remembersTheOrder() {
        assertThat(CaseQuery.order(CaseQuery.write(CaseFilter.OPEN, CaseOrder.MONEY)))
                .isEqualTo(CaseOrder.MONEY);
        assertThat(CaseQuery.order(QueryParameters.of("order", "NONSENSE"))).isEqualTo(CaseOrder.RECOVERY);
    }
}
