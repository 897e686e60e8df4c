package io.consumo.model;

/**
 * The order in which readings of the same slot replace each other: measured before estimated, then the greater
 * revision, then the greater energy. The first two fit one {@code long}, which stores compare.
 */
public final class Precedence {

    /** Revisions from here on do not fit a rank. */
    public static final long REVISION_LIMIT = 1L << 60;

    private static final long MEASURED = 1L << 60;

    private Precedence() {}

    public static long rank(Quality quality, long revision) {
        if (revision < 0 || revision >= REVISION_LIMIT) {
            throw new IllegalArgumentException("revision must be from 0 to 2^60 - 1, was " + revision);
        }
        return quality == Quality.MEASURED ? MEASURED | revision : revision;
    }

    public static Quality quality(long rank) {
        return rank >= MEASURED ? Quality.MEASURED : Quality.ESTIMATED;
    }

    public static long revision(long rank) {
        return rank & (MEASURED - 1);
    }
}
