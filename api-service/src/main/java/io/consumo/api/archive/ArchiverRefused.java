package io.consumo.api.archive;

/** The archiver answered that it will not, or cannot, do it. */
public final class ArchiverRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final String detail;

    /**
     * @param status HTTP status of its answer
     * @param type of its problem, such as {@code urn:consumo:problem:archive-damaged}
     * @param detail its own sentence
     */
    public ArchiverRefused(int status, String type, String detail) {
        super(status + ": " + detail);
        this.status = status;
        this.type = type;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String detail() {
        return detail;
    }
}
