package io.consumo.archiver.restore;

import java.util.List;

/** What was loaded back from the archive. */
public interface Restores {

    /** All that are or were, newest first. */
    List<Restore> all();
}
