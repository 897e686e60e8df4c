package io.consumo.model.api;

import java.time.Instant;
import java.time.LocalDate;

/** A client whose archived days are kept in PostgreSQL, too, because of a case. */
public record HeldClient(String clientId, LocalDate firstDay, LocalDate lastDay, long days, Instant heldSince) {}
