package io.consumo.archiver.restore;

import java.time.LocalDate;

/** There is nothing in the archive for the days that were asked for. */
public final class NothingArchived extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NothingArchived(LocalDate from, LocalDate to) {
        super("no day from " + from + " to " + to + " is archived");
    }
}
