package io.consumo.archiver.audit;

/** What was done; the name is what the audit holds. */
public enum OperationKind {
    DRY_RUN
}
