package io.consumo.model;

/** A quarter of the local day (franja horaria). */
public enum Band {
    NIGHT,
    MORNING,
    AFTERNOON,
    EVENING
}
