package io.consumo.api.rules;

/** The consumer answered that it will not, or cannot, do it. */
public final class ConsumerRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;

    /**
     * @param status HTTP status of its answer
     * @param detail its own sentence
     */
    public ConsumerRefused(int status, String detail) {
        super(status + ": " + detail);
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String detail() {
        return detail;
    }
}
