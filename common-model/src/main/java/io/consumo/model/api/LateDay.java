package io.consumo.model.api;

import java.time.Instant;
import java.time.LocalDate;

/** Readings that came for an archived day and wait for the archiver's next run. */
public record LateDay(LocalDate day, long readings, long clients, Instant firstAt, Instant lastAt) {}
