package io.consumo.model;

/** What a case is about. */
public enum AnomalyType {
    PLANTATION,
    FRAUD,
    SPIKE,
    NIGHT_PATTERN,
    SILENT
}
