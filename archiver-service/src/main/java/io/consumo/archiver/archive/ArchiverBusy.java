package io.consumo.archiver.archive;

/** Another operation that changes the archive is under way, here or on another machine. */
public final class ArchiverBusy extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ArchiverBusy(String who) {
        super(who);
    }
}
