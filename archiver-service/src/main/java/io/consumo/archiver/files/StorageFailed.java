package io.consumo.archiver.files;

import java.io.IOException;

/** The place where the archive lies does not take or give files: full, read-only, not there. */
public final class StorageFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StorageFailed(String what, IOException cause) {
        super(what, cause);
    }
}
