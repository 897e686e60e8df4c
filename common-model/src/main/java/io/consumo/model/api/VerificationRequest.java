package io.consumo.model.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which archived days are to be read back; all by default. */
public record VerificationRequest(
        @Nullable LocalDate from, @Nullable LocalDate to) {}
