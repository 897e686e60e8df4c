package io.consumo.archiver.cli;

import java.util.Locale;

/** Writes figures the same on every machine, whatever its locale. */
final class Figures {

    private static final double BYTES_PER_MB = 1_000_000;

    private Figures() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** For instance {@code 1 day} or {@code 2 days}. */
    static String count(long number, String unit) {
        return count(number) + " " + unit + (number == 1 ? "" : "s");
    }

    /** Without the unit. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.2f", bytes / BYTES_PER_MB);
    }
}
