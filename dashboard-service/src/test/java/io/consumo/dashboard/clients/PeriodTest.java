package io.consumo.dashboard.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.consumo.dashboard.clients.Period.Length;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Test
    void meansTheWeekOfTodayWithoutAnAddress() {
        Period period = Period.read(QueryParameters.fromString("view=NONSENSE&day=2026-13-40"), TUESDAY);

        assertThat(period.first()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(period.last()).isEqualTo(LocalDate.of(2026, 11, 29));
    }

    @Test
    void comesBackFromTheAddressAsItWasWritten() {
        Period period = new Period(Length.MONTH, TUESDAY);

        assertThat(Period.read(period.write(), LocalDate.EPOCH)).isEqualTo(period);
    }

    @Test
    void endsWithTheMonthAndGoesToTheOneBefore() {
        Period march = new Period(Length.MONTH, LocalDate.of(2026, 3, 31));

        assertThat(march.moved(-1).first()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(march.moved(-1).last()).isEqualTo(LocalDate.of(2026, 2, 28));
    }
}
