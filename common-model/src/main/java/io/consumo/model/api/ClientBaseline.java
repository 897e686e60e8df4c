package io.consumo.model.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is normal for a client.
 *
 * @param on the day that is judged by it
 * @param since days before this one do not count, since the client was re-baselined; null when it was not
 * @param acceptedDays how many days of the window it was learned from
 * @param neededDays how many it takes until days are judged
 * @param weekday one entry an hour, 0 to 23; empty while too little is known
 * @param weekend likewise
 * @param months mean days of the months before, oldest first
 */
public record ClientBaseline(
        String clientId,
        LocalDate on,
        @Nullable LocalDate since,
        int acceptedDays,
        int neededDays,
        List<HourBand> weekday,
        List<HourBand> weekend,
        List<MonthMean> months) {

    /** The usual consumption of an hour of the day and the band of normal around it, in kWh. */
    public record HourBand(int hour, double kwh, double lowKwh, double highKwh) {}

    /** The mean accepted day of a month ({@code yyyy-MM}), in kWh. */
    public record MonthMean(String month, int days, double dailyKwh) {}
}
