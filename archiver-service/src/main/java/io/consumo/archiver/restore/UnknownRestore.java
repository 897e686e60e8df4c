package io.consumo.archiver.restore;

/** No restore of that id is there. */
public final class UnknownRestore extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownRestore(String id) {
        super("there is no restore " + id + ", or it was released");
    }
}
