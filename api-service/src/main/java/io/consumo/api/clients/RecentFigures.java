package io.consumo.api.clients;

import io.consumo.model.Energy;
import io.consumo.model.api.ClientSummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the most recent days of a client. Energies in 0.1 Wh.
 *
 * @param firstDay of all that is stored
 * @param lastDay of all that is stored
 * @param span days from the first to the last that count
 * @param days how many of them have readings
 * @param recent one entry a day of the window up to yesterday, null where nothing was received
 */
public record RecentFigures(
        String clientId,
        LocalDate firstDay,
        LocalDate lastDay,
        int span,
        int days,
        long total,
        long night,
        long readings,
        long expectedReadings,
        List<@Nullable BigDecimal> recent) {

    /**
     * Adds days up.
     *
     * @param days in their order, at least one
     * @param today is still under way, so it only counts where there is no other day
     */
    public static RecentFigures of(
            String clientId, LocalDate firstDay, List<DayFigures> days, LocalDate today, int windowDays) {
        List<DayFigures> over =
                days.stream().filter(day -> day.day().isBefore(today)).toList();
        List<DayFigures> counted = over.isEmpty() ? days : over;
        LocalDate window = today.minusDays(windowDays);
        List<@Nullable BigDecimal> recent = new ArrayList<>(Collections.nCopies(windowDays, null));
        for (DayFigures day : counted) {
            int place = (int) ChronoUnit.DAYS.between(window, day.day());
            if (place >= 0 && place < windowDays) {
                recent.set(place, new Energy(day.total()).toKwh());
            }
        }
        LocalDate begin = counted.getFirst().day();
        return new RecentFigures(
                clientId,
                firstDay,
                days.getLast().day(),
                (int) ChronoUnit.DAYS.between(begin, counted.getLast().day()) + 1,
                counted.size(),
                counted.stream().mapToLong(DayFigures::total).sum(),
                counted.stream().mapToLong(DayFigures::night).sum(),
                counted.stream().mapToLong(DayFigures::readings).sum(),
                counted.stream().mapToLong(DayFigures::expectedReadings).sum(),
                Collections.unmodifiableList(recent));
    }

    ClientSummary summary(int openAnomalies) {
        return new ClientSummary(
                clientId,
                firstDay,
                lastDay,
                new Energy(total).toKwh().divide(BigDecimal.valueOf(days), RoundingMode.HALF_UP),
                total == 0 ? 0 : (double) night / total,
                // Days that are missing altogether lower it too.
                (double) readings / expectedReadings * days / span,
                openAnomalies,
                recent);
    }
}
