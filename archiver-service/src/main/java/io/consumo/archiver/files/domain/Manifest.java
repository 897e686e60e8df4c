package io.consumo.archiver.files.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Says which file holds a day, and how it is known again. Written after the file was read back: a day without it is not
 * archived.
 *
 * @param schema version of the file's columns
 * @param revision 1 at first, one more each time that the day's file was written anew
 * @param file its name, in the manifest's folder
 * @param bytes the file's size
 * @param zone whose local day it is
 */
public record Manifest(
        LocalDate day,
        int schema,
        int revision,
        String file,
        Contents contents,
        long bytes,
        String sha256,
        ZoneId zone,
        Instant writtenAt) {

    /** The columns that this version writes, and the newest that it reads. */
    public static final int SCHEMA = 1;

    /** Whether the two are of the same file. */
    public boolean isOfSameFileAs(Manifest other) {
        return revision == other.revision && sha256.equals(other.sha256) && file.equals(other.file);
    }
}
