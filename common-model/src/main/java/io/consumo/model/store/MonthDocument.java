package io.consumo.model.store;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A client's month in MongoDB's {@code monthly_consumption}, written by the consumer and read by the API. Energies are
 * in 0.1 Wh.
 *
 * @param id {@code clientId:yyyy-MM}
 * @param month {@code yyyy-MM}
 * @param daysWithReadings how many there are
 * @param days each stays when its row is archived, so the month stays exact
 * @param weekday mean and spread of each local hour, Monday to Friday
 * @param score 0 to 100, the highest of the month's cases
 * @param revision of the rebuild that wrote it; only a greater one replaces it
 */
public record MonthDocument(
        @BsonId String id,
        String clientId,
        String month,
        long total,
        long night,
        long morning,
        long afternoon,
        long evening,
        int daysWithReadings,
        MonthDays days,
        HourProfile weekday,
        HourProfile weekend,
        int score,
        long revision) {

    public static final String COLLECTION = "monthly_consumption";

    /** Fields of each index, which the consumer defines: a month's clients in their order. */
    public static final List<List<String>> INDEXES = List.of(List.of("month", "clientId"));

    /**
     * Energy of the 24 local hours over the days that count, as {@link PackedNumbers}.
     *
     * @param days how many tell of the hour
     * @param mean of these, in 0.1 Wh
     * @param spread their standard deviation, in 0.1 Wh
     */
    public record HourProfile(Binary days, Binary mean, Binary spread) {

        public static HourProfile of(List<@Nullable Long> days, List<Double> mean, List<Double> spread) {
            return new HourProfile(
                    PackedNumbers.ofLongs(days), PackedNumbers.ofDoubles(mean), PackedNumbers.ofDoubles(spread));
        }
    }

    public static String idOf(String clientId, String month) {
        return clientId + ":" + month;
    }
}
