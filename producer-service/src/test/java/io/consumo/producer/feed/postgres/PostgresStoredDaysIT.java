package io.consumo.producer.feed.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.model.store.Installation.WrongZone;
import io.consumo.producer.ProducerStores;
import io.consumo.producer.feed.FeedProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresStoredDaysIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final ProducerStores stores = ProducerStores.empty();
    private final PostgresStoredDays storedDays = storedDays(ProducerStores.MADRID);

    private PostgresStoredDays storedDays(ZoneId zone) {
        return new PostgresStoredDays(
                new DriverManagerDataSource(stores.postgres(), "consumo_producer", "consumo"),
                new FeedProperties(
                        zone,
                        stores.kafka(),
                        Duration.ofDays(14),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        42,
                        60,
                        Path.of("truth.csv"),
                        new FeedProperties.Demo(FeedProperties.DemoMode.OFF, 50, 45)));
    }

    @Test
    void tellsWhetherTheStoresAreEmpty() {
        assertThat(storedDays.areNone()).isTrue();
        stores.store("A", DAY);
        assertThat(storedDays.areNone()).isFalse();
    }

    @Test
    void findsTheNewestDayOfEachClientBeforeTheGivenOne() {
        stores.store("A", DAY.minusDays(1));
        stores.store("A", DAY);
        stores.store("A", DAY.plusDays(1));
        stores.store("B", DAY.minusDays(3));
        stores.store("C", DAY.plusDays(1));
        stores.store("D", DAY);
        assertThat(storedDays.newestBefore(DAY.plusDays(1), List.of("A", "B", "C", "X")))
                .isEqualTo(Map.of("A", DAY, "B", DAY.minusDays(3)));
    }

    @Test
    void refusesAnInstallationOfAnotherZone() throws InterruptedException {
        storedDays.await(Duration.ofSeconds(1));
        assertThatThrownBy(() -> storedDays(ZoneId.of("UTC")).await(Duration.ofSeconds(1)))
                .isInstanceOf(WrongZone.class)
                .hasMessageContaining("Europe/Madrid");
    }
}
