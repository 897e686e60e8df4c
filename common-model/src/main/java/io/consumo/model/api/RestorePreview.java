package io.consumo.model.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a restore would load.
 *
 * @param days that are archived
 * @param notArchived days of the range that are not
 * @param rows slots with a value
 * @param expiresAfterDays how long it stays
 */
public record RestorePreview(
        LocalDate from,
        LocalDate to,
        @Nullable String clientId,
        int days,
        List<LocalDate> notArchived,
        long rows,
        long clients,
        int expiresAfterDays) {}
