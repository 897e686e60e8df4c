package io.consumo.archiver.archive.domain;

/** How far the archiving of a day has come. Only the last state is final. */
public enum DayState {
    /** Its readings are filed as late from now on; the rows are what they will be. */
    SEALED,
    /** Its file is stored, and counts for nothing yet. */
    EXPORTED,
    /** Its file was read back and has a manifest: the day is archived. */
    VERIFIED,
    /** Its rows are gone from PostgreSQL. */
    DROPPED
}
