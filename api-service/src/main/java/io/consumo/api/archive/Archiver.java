package io.consumo.api.archive;

import io.consumo.api.request.Paging;
import io.consumo.model.api.ArchiveDay;
import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.ArchiveRunRequest;
import io.consumo.model.api.ArchiveSummary;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import io.consumo.model.api.Page;
import io.consumo.model.api.RestorePreview;
import io.consumo.model.api.RestoreRequest;
import io.consumo.model.api.VerificationRequest;
import io.consumo.model.store.StoredDay;
import java.time.LocalDate;
import java.util.List;

/**
 * The archiver, which alone reads and writes the archive. All methods throw {@link ArchiverAway} when it does not answer
 * and {@link ArchiverRefused} when it will not do it; user names who asks, for its audit.
 */
public interface Archiver {

    ArchiveSummary summary();

    /** Newest first. */
    Page<ArchiveDay> days(Paging paging);

    /** The clients of an archived day, in order. */
    Page<StoredDay> day(LocalDate day, Paging paging);

    /** Newest first. */
    Page<ArchiveOperation> operations(OperationFilter filter, Paging paging);

    List<LateDay> late();

    List<HeldClient> holds();

    ArchiveRun archive(ArchiveRunRequest request, String user);

    ArchiveRun verify(VerificationRequest request, String user);

    ArchiveRun run(String id);

    RestorePreview preview(RestoreRequest request);

    ArchiveRun restore(RestoreRequest request, String user);

    /** Newest first. */
    List<ArchiveRestore> restores();

    void release(String id, String user);
}
