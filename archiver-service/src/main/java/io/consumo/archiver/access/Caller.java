package io.consumo.archiver.access;

import io.consumo.service.access.InternalSecret;

/** How whoever knows the secret names the person on whose behalf it calls; the audit holds the name. */
public final class Caller {

    public static final String HEADER = "X-Consumo-User";
    public static final String UNNAMED = "unnamed";
    public static final String SECRET_HEADER = InternalSecret.HEADER;

    private Caller() {}
}
