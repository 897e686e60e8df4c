package io.consumo.archiver.archive;

import java.util.function.Function;

/** Sees to it that only one archiver at a time changes the archive, on however many machines they run. */
public interface ArchiverLease {

    /**
     * Works while no other archiver does. When the lease is lost, all that the work records afterwards fails.
     *
     * @throws ArchiverBusy when another one is at work
     */
    <T> T exclusively(Function<Held, T> work);

    /** What only the holder of the lease may do. */
    record Held(DayLedger days, LateReadings late) {}
}
