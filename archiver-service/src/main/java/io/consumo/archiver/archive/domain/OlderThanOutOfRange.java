package io.consumo.archiver.archive.domain;

/** Days of the active window were asked to go, or an age that no reading can have. */
public final class OlderThanOutOfRange extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    public OlderThanOutOfRange(int olderThan, int least, int most) {
        this("olderThan must be from " + least + " (the active window, CONSUMO_WINDOW_DAYS) to " + most + " days, was "
                + olderThan);
    }

    private OlderThanOutOfRange(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is allowed and what was asked, for whoever asked. */
    public String reason() {
        return reason;
    }
}
