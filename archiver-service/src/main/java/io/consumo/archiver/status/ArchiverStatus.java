package io.consumo.archiver.status;

import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.archive.StoredDays;
import io.consumo.archiver.archive.domain.ArchivePolicy;
import io.consumo.archiver.files.ArchiveStore;
import io.consumo.model.api.Health;
import io.consumo.model.api.PipelinePart;
import io.consumo.service.health.Question;
import io.consumo.service.health.Question.Answer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How the archiver does, for whoever watches it; in time also where PostgreSQL or the archive's disk hangs. */
@Component
public class ArchiverStatus {

    /** Less than the API waits for the status, and the health check for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String POSTGRES = "postgres";
    private static final String ARCHIVE = "archive";
    private static final String ARCHIVE_ADVICE =
            "Nothing can be stored in the archive, so nothing is deleted either (%s): make room on its disk, or give the"
                    + " service the right to write.";

    private final StoredDays storedDays;
    private final ArchivePolicy policy;
    private final InstallationProperties installation;
    private final InstantSource clock;
    private final Question<Boolean> canStore;
    private final Question<Integer> daysBeyond;

    ArchiverStatus(
            StoredDays storedDays,
            ArchiveStore files,
            ArchivePolicy policy,
            InstallationProperties installation,
            InstantSource clock) {
        this.storedDays = storedDays;
        this.policy = policy;
        this.installation = installation;
        this.clock = clock;
        this.canStore = new Question<>(() -> {
            files.probe();
            return true;
        });
        this.daysBeyond = new Question<>(this::daysBeyondTheWindow);
    }

    private record Answers(Answer<Boolean> stored, Answer<Integer> days) {}

    private Answers ask() {
        return canStore.ask(PATIENCE)
                .thenCombine(daysBeyond.ask(PATIENCE), Answers::new)
                .join();
    }

    /** UP, since the service runs; {@code postgres} and {@code archive}, its folder, are UP or DOWN. */
    public Health health() {
        Answers answers = ask();
        Map<String, String> stores = new TreeMap<>();
        stores.put(POSTGRES, state(answers.days()));
        List<String> advice = new ArrayList<>(Health.advice(stores));
        String failure = answers.stored().failure();
        if (failure != null) {
            advice.add(ARCHIVE_ADVICE.formatted(failure));
        }
        stores.put(ARCHIVE, state(answers.stored()));
        return new Health("UP", stores, advice);
    }

    private static String state(Answer<?> answer) {
        return answer.failure() == null ? "UP" : "DOWN";
    }

    /** DOWN when PostgreSQL does not answer, or nothing can be stored in the archive. */
    public PipelinePart now() {
        Answers answers = ask();
        if (answers.stored().failure() != null) {
            return part("DOWN", "archive-folder", answers.stored().failure());
        }
        if (answers.days().failure() != null) {
            return part("DOWN", "restart-postgres", answers.days().failure());
        }
        return part(
                "UP",
                null,
                "days beyond the window of " + policy.windowDays() + ": "
                        + answers.days().value());
    }

    private int daysBeyondTheWindow() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        try {
            return storedDays
                    .partitionsBefore(policy.before(today, policy.windowDays()))
                    .size();
        } catch (DataAccessException e) {
            throw new IllegalStateException(
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage(), e);
        }
    }

    private static PipelinePart part(String status, @Nullable String advice, @Nullable String detail) {
        return new PipelinePart("archiver", status, null, null, null, advice, detail);
    }
}
