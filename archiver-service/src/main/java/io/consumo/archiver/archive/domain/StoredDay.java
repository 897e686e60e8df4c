package io.consumo.archiver.archive.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A local day as PostgreSQL holds it.
 *
 * @param rows one for each client and interval length
 * @param bytes that dropping the day frees: table, indexes and large values
 * @param newestWrite when a reading last changed a row of it
 * @param followed whether months and cases are up to date with it
 */
public record StoredDay(LocalDate day, long rows, long clients, long bytes, Instant newestWrite, boolean followed) {}
