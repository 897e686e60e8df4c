package io.consumo.api.archive;

/** The archiver does not answer. */
public final class ArchiverAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ArchiverAway(Throwable cause) {
        super("the archiver does not answer", cause);
    }
}
