package io.consumo.archiver.audit;

import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.Page;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Where the record of operations is kept; nothing is ever removed from it. */
public interface OperationLog {

    /** Records that an operation begins, under the id that is returned. */
    long begin(String who, OperationKind kind, Map<String, String> parameters, Instant at);

    void done(long id, Outcome outcome, Instant at);

    /** @param outcome what was done all the same */
    void failed(long id, Outcome outcome, String error, Instant at);

    /** As it was recorded: one without an end was interrupted. */
    Optional<ArchiveRun> find(String id);

    /** Newest first. */
    Page<ArchiveOperation> find(OperationFilter filter, int page, int size);

    /** When the newest operation of the kind began that this user started. */
    Optional<Instant> lastStarted(String who, OperationKind kind);
}
