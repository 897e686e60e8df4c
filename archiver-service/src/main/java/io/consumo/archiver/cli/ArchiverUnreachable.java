package io.consumo.archiver.cli;

/** There is no service at the address that was set. */
final class ArchiverUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    ArchiverUnreachable(String service, Throwable cause) {
        super(
                "The archiver does not answer at " + service
                        + ". Is Consumo running (./start.sh status)? The address is CONSUMO_ARCHIVER_URL.",
                cause);
    }
}
