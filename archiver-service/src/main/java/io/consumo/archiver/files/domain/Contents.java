package io.consumo.archiver.files.domain;

/**
 * What a day's file holds, in figures by which it is known again.
 *
 * @param rows slots with a value: rows of the file
 * @param dayRows one for each client and interval length: rows of PostgreSQL
 * @param energy sum in 0.1 Wh
 */
public record Contents(long rows, long dayRows, long clients, long energy) {}
