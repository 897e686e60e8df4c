package io.consumo.model;

/** How a reading came to be; a measured one takes precedence over an estimate. */
public enum Quality {
    ESTIMATED,
    MEASURED
}
