package io.consumo.model;

import java.time.Instant;

/**
 * The energy of one interval of one client.
 *
 * @param clientId the supply point, for instance {@code C-000042} or a CUPS code
 * @param start the interval's first instant, on the grid of its length in local time
 * @param revision a later one replaces an earlier one of the same quality; by default the sending time in milliseconds
 */
public record Reading(
        String clientId, Instant start, IntervalLength length, Energy energy, Quality quality, long revision) {

    /** See {@link Precedence}. */
    public long rank() {
        return Precedence.rank(quality, revision);
    }

    public Instant end() {
        return start.plusSeconds(length.seconds());
    }
}
