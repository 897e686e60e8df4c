package io.consumo.archiver.audit;

/** What an operation came to; for a dry run, what it would have come to. */
public record Outcome(long rows, long bytes) {

    public static final Outcome NOTHING = new Outcome(0, 0);
}
