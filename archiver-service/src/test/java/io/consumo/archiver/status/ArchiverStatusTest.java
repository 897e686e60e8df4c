package io.consumo.archiver.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.archive.StoredDays;
import io.consumo.archiver.archive.domain.ArchivePolicy;
import io.consumo.archiver.archive.domain.StoredDay;
import io.consumo.archiver.files.ArchiveStore;
import io.consumo.archiver.files.InMemoryArchiveStore;
import io.consumo.archiver.files.StorageFailed;
import io.consumo.model.api.PipelinePart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ArchiverStatusTest {

    /** Already the 24th in Madrid. */
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    @Test
    void countsDaysBeyondTheWindowInTheInstallationsZone() {
        PipelinePart part = status(
                        new StubStoredDays(LocalDate.parse("2026-10-24"), LocalDate.parse("2026-10-25")),
                        new InMemoryArchiveStore())
                .now();

        assertThat(part.status()).isEqualTo("UP");
        assertThat(part.detail()).isEqualTo("days beyond the window of 30: 1");
    }

    @Test
    void isDownWhenPostgresDoesNotAnswer() {
        ArchiverStatus status = status(
                new StubStoredDays() {
                    @Override
                    public List<LocalDate> partitionsBefore(LocalDate day) {
                        throw new DataAccessResourceFailureException("refused");
                    }
                },
                new InMemoryArchiveStore());
        PipelinePart part = status.now();

        assertThat(status.health().stores()).containsExactly(entry("archive", "UP"), entry("postgres", "DOWN"));
        assertThat(status.health().advice()).singleElement().asString().startsWith("postgres does not answer");
        assertThat(part.status()).isEqualTo("DOWN");
        assertThat(part.advice()).isEqualTo("restart-postgres");
        assertThat(part.detail()).isEqualTo("refused");
    }

    @Test
    void isDownWhenNothingCanBeStored() {
        InMemoryArchiveStore full = new InMemoryArchiveStore() {
            @Override
            public void probe() {
                throw new StorageFailed("no room", new IOException());
            }
        };
        ArchiverStatus status = status(new StubStoredDays(), full);
        PipelinePart part = status.now();

        assertThat(status.health().stores()).containsExactly(entry("archive", "DOWN"), entry("postgres", "UP"));
        assertThat(status.health().advice()).singleElement().asString().contains("no room", "make room on its disk");
        assertThat(part.status()).isEqualTo("DOWN");
        assertThat(part.advice()).isEqualTo("archive-folder");
        assertThat(part.detail()).isEqualTo("no room");
    }

    @Test
    void answersInTimeWhenPostgresHangs() {
        CountDownLatch answers = new CountDownLatch(1);
        ArchiverStatus status = status(
                new StubStoredDays() {
                    @Override
                    public List<LocalDate> partitionsBefore(LocalDate day) {
                        try {
                            answers.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return List.of();
                    }
                },
                new InMemoryArchiveStore());

        assertThat(status.health().stores()).containsExactly(entry("archive", "UP"), entry("postgres", "DOWN"));
        assertThat(status.now().detail()).startsWith("no answer within");
        answers.countDown();
        await().untilAsserted(() -> assertThat(status.now().status()).isEqualTo("UP"));
    }

    private static ArchiverStatus status(StoredDays days, ArchiveStore files) {
        InstallationProperties installation = new InstallationProperties(
                ZoneId.of("Europe/Madrid"), 30, Duration.ofMinutes(5), Duration.ofSeconds(5));
        return new ArchiverStatus(days, files, new ArchivePolicy(30, Duration.ofHours(24)), installation, () -> NOW);
    }

    private static class StubStoredDays implements StoredDays {

        private final List<LocalDate> partitions;

        StubStoredDays(LocalDate... partitions) {
            this.partitions = List.of(partitions);
        }

        @Override
        public List<StoredDay> before(LocalDate day) {
            throw new AssertionError("the status must not read rows");
        }

        @Override
        public Instant installedAt() {
            throw new AssertionError("the status does not need it");
        }

        @Override
        public List<LocalDate> partitionsBefore(LocalDate day) {
            return partitions.stream()
                    .filter(partition -> partition.isBefore(day))
                    .toList();
        }
    }
}
