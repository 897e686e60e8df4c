package io.consumo.api.request;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A range of local days as a request names it. */
public record DayRangeQuery(
        @Parameter(
                description = "First local day; by default so many days before the last one as the operation says",
                example = "2026-11-01")
        @Nullable
        LocalDate from,

        @Parameter(description = "Last local day; today by default", example = "2026-11-24") @Nullable
        LocalDate to) {

    /** See {@link DayRange#of}. */
    public DayRange orLast(int defaultDays, LocalDate today, int maximumDays) {
        return DayRange.of(from, to, today, defaultDays, maximumDays);
    }
}
