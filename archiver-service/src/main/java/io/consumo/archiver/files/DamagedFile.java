package io.consumo.archiver.files;

/** A file of the archive is not what it is known to be; it is left as it is. */
public final class DamagedFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param file where it lies */
    public DamagedFile(String file, String what) {
        super(file + ": " + what);
    }

    public DamagedFile(String file, String what, Throwable cause) {
        super(file + ": " + what, cause);
    }
}
