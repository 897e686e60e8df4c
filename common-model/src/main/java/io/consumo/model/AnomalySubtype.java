package io.consumo.model;

/** In which way a {@link AnomalyType#FRAUD} shows. */
public enum AnomalySubtype {
    FLAT,
    DROP,
    ZERO,
    SHAPE
}
