package io.consumo.archiver.audit;

/** What was done; the name is what the audit holds. */
public enum OperationKind {
    DRY_RUN,
    ARCHIVE,
    VERIFY,
    RESTORE,
    RELEASE,
    ERASE;

    /** Whether it must not run beside another such operation. */
    public boolean changesTheArchive() {
        return this == ARCHIVE || this == VERIFY || this == ERASE;
    }
}
