package io.consumo.archiver.status;

import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.archive.StoredDays;
import io.consumo.archiver.archive.domain.ArchivePolicy;
import io.consumo.archiver.files.ArchiveStore;
import io.consumo.archiver.files.StorageFailed;
import io.consumo.model.api.PipelinePart;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How the archiver does, for whoever watches the pipeline. */
@Component
public class ArchiverStatus {

    private final StoredDays storedDays;
    private final ArchiveStore files;
    private final ArchivePolicy policy;
    private final InstallationProperties installation;
    private final InstantSource clock;

    ArchiverStatus(
            StoredDays storedDays,
            ArchiveStore files,
            ArchivePolicy policy,
            InstallationProperties installation,
            InstantSource clock) {
        this.storedDays = storedDays;
        this.files = files;
        this.policy = policy;
        this.installation = installation;
        this.clock = clock;
    }

    /** DOWN when PostgreSQL does not answer, or nothing can be stored in the archive. */
    public PipelinePart now() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        try {
            files.probe();
            int days = storedDays
                    .partitionsBefore(policy.before(today, policy.windowDays()))
                    .size();
            return part("UP", null, "days beyond the window of " + policy.windowDays() + ": " + days);
        } catch (StorageFailed e) {
            return part("DOWN", "archive-folder", e.getMessage());
        } catch (DataAccessException e) {
            return part(
                    "DOWN",
                    "restart-postgres",
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    private static PipelinePart part(String status, @Nullable String advice, @Nullable String detail) {
        return new PipelinePart("archiver", status, null, null, null, advice, detail);
    }
}
