package io.consumo.archiver.archive;

import java.util.Set;

/** Whose days are held because of a case. */
public interface CaseHolds {

    /** Clients with an open case, or one that was confirmed within the time that holds last: their days are to be kept. */
    Set<String> clientsToHold();

    /** Those, and clients whose last case was closed within the time that holds last: what is held stays. */
    Set<String> clientsStillHeld();
}
