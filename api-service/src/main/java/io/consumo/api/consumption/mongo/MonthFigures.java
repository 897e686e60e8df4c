package io.consumo.api.consumption.mongo;

import io.consumo.api.consumption.MonthSums;
import io.consumo.api.consumption.StoredMonth;
import io.consumo.model.store.PackedNumbers;
import java.time.YearMonth;
import java.util.Map;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What is summed of a {@link io.consumo.model.store.MonthDocument}.
 *
 * @param days null where only the whole month was asked for
 */
public record MonthFigures(
        String clientId,
        String month,
        long total,
        long night,
        long morning,
        long afternoon,
        long evening,
        int daysWithReadings,
        int score,
        @Nullable Days days) {

    /** See {@link io.consumo.model.store.MonthDays}. */
    public record Days(Binary total, Binary night, Binary morning, Binary afternoon, Binary evening) {

        private MonthSums first(int count) {
            return new MonthSums(
                    PackedNumbers.sum(total, count),
                    PackedNumbers.sum(night, count),
                    PackedNumbers.sum(morning, count),
                    PackedNumbers.sum(afternoon, count),
                    PackedNumbers.sum(evening, count));
        }
    }

    /** @param firstDays how many are summed apart, by month */
    StoredMonth first(Map<YearMonth, Integer> firstDays) {
        YearMonth of = YearMonth.parse(month);
        MonthSums whole = new MonthSums(total, night, morning, afternoon, evening);
        return new StoredMonth(
                clientId,
                of,
                whole,
                days == null ? whole : days.first(firstDays.getOrDefault(of, 0)),
                daysWithReadings,
                score);
    }
}
