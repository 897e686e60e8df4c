package io.consumo.archiver.access;

/** How whoever knows the secret names the person on whose behalf it calls; the audit holds the name. */
public final class Caller {

    public static final String HEADER = "X-Consumo-User";
    public static final String UNNAMED = "unnamed";

    private Caller() {}
}
