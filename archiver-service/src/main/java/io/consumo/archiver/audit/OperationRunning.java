package io.consumo.archiver.audit;

import io.consumo.model.api.ArchiveRun;

/** An operation that changes the archive is already running here. */
public final class OperationRunning extends RuntimeException {

    private static final long serialVersionUID = 1;

    public OperationRunning(ArchiveRun run) {
        super("operation " + run.id() + " (" + run.kind() + " by " + run.who() + ") has been running since "
                + run.startedAt());
    }
}
