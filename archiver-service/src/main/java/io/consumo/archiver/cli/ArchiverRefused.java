package io.consumo.archiver.cli;

import java.net.URI;

/** The service answered that it will or can not do it. */
final class ArchiverRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;

    /** @param detail the service's own sentence */
    ArchiverRefused(URI service, int status, String detail) {
        super("The archiver at " + service + " answered " + status + ": " + detail);
        this.status = status;
        this.detail = detail;
    }

    /** HTTP status. */
    int status() {
        return status;
    }

    String detail() {
        return detail;
    }
}
