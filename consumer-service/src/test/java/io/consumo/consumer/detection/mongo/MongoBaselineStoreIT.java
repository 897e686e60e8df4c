package io.consumo.consumer.detection.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.detection.BaselineStore;
import io.consumo.consumer.detection.domain.Baseline;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.consumer.detection.domain.KnownDay;
import io.consumo.consumer.detection.domain.MonthProfile;
import io.consumo.consumer.detection.domain.Tally;
import io.consumo.consumer.detection.domain.Traits;
import io.consumo.stack.TestStores;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class MongoBaselineStoreIT {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 24);
    private static final String URI = TestStores.freshMongo();
    private static final BaselineStore STORE = new MongoBaselineStore(
            MongoClients.create(URI),
            new MongoDatabaseName(new MockEnvironment().withProperty("spring.mongodb.uri", URI)));

    @Test
    void returnsExactlyWhatWasWritten() {
        Baseline baseline = baseline(DAY);
        STORE.write(Map.of("returned", baseline, "another", baseline(DAY.minusDays(1))), 1);
        assertThat(STORE.find(List.of("returned", "nobody"))).isEqualTo(Map.of("returned", baseline));
    }

    @Test
    void aLowerRevisionChangesNothing() {
        STORE.write(Map.of("guarded", baseline(DAY)), 2);
        STORE.write(Map.of("guarded", baseline(DAY.minusDays(1)), "bystander", baseline(DAY)), 1);
        assertThat(STORE.find(List.of("guarded", "bystander")).values())
                .extracting(Baseline::firstDay)
                .containsExactly(DAY, DAY);
    }

    private static Baseline baseline(LocalDate firstDay) {
        Finding finding = new Finding(71, 3, Map.of("kw", 1.0 / 3));
        return new Baseline(
                firstDay,
                LocalDate.of(2026, 10, 1),
                List.of(
                        new KnownDay(
                                DayCurve.of(DAY, hour -> hour == 2 ? Double.NaN : hour / 10_000.0), Map.of(), true),
                        new KnownDay(
                                DayCurve.of(DAY.plusDays(1), hour -> 9_999.9999),
                                Map.of(
                                        "fraud.drop",
                                        new KnownDay.Found(
                                                finding,
                                                1.0 / 7,
                                                0.1 + 0.2,
                                                Optional.of(
                                                        new KnownDay.Earlier(DAY.minusDays(1), 2, 1.0 / 3, 0.7, 47))),
                                        "spike",
                                        new KnownDay.Found(finding, 1, 2, Optional.empty())),
                                false)),
                List.of(new MonthProfile(
                        YearMonth.of(2026, 9),
                        new MonthProfile.Kind(
                                20, Collections.nCopies(24, 1.0 / 3), Collections.nCopies(24, Math.sqrt(2))),
                        new MonthProfile.Kind(0, List.of(), List.of()),
                        new Traits(1.0 / 3, 2, 3, 4, Math.PI, 6, 7, 0.1))),
                Map.of(
                        "plantation",
                        new Tally(
                                firstDay,
                                DAY,
                                Optional.of(DAY),
                                3,
                                1,
                                Math.PI,
                                Math.E,
                                0,
                                1.0 / 9,
                                2,
                                180,
                                72,
                                Map.of("from", 20.0),
                                true),
                        "spike",
                        new Tally(firstDay, DAY, Optional.empty(), 1, 0, 1, 2, 0, 1, 1, 50, 24, Map.of(), false)),
                Optional.of(DAY.minusDays(3)));
    }
}
