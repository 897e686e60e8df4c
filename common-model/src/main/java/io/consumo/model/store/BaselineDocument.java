package io.consumo.model.store;

import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What a client's next day is judged by, in MongoDB's {@code baselines}, written by the consumer and read by the API:
 * the days of the window and the profiles of the months before it. Days are ISO dates, months {@code yyyy-MM}.
 *
 * @param id the client
 * @param firstDay the client's first day ever
 * @param from the first of the month that the kept days begin with
 * @param days oldest first, about 60 to 90
 * @param doubtful those of them that lie so far from what is usual that they teach nothing
 * @param profiles oldest first, at most 13
 * @param since days before this one teach nothing, since the client was re-baselined; null when it was not
 * @param running episodes that were under way on the evening before {@code from}
 * @param revision of the judgement that wrote it; only a greater one replaces it
 */
public record BaselineDocument(
        @BsonId String id,
        String firstDay,
        String from,
        Days days,
        List<String> doubtful,
        List<Found> findings,
        List<Profile> profiles,
        List<Episode> running,
        @Nullable String since,
        long revision) {

    public static final String COLLECTION = "baselines";

    /**
     * Days that were judged, side by side as {@link PackedNumbers}; one without findings and with all its hours teaches
     * what is normal.
     *
     * @param day days since 1 January 1970
     * @param hours measured energy of each of the day's 24 local hours in 0.1 Wh, null where nothing was measured
     */
    public record Days(Binary day, Binary hours) {}

    /**
     * What a rule found on a day.
     *
     * @param day of the kept ones
     * @param rule its key, such as {@code fraud.flat}
     * @param score 0 to 100
     * @param days on which it shows on end, the day itself the last
     * @param expected usual kWh of the measured hours
     * @param spread how far the total usually strays, in kWh
     * @param earlier sums over the days before on which it shows
     */
    public record Found(
            String day,
            String rule,
            int score,
            int days,
            Map<String, Double> figures,
            double expected,
            double spread,
            @Nullable Earlier earlier) {}

    /** See the consumer's {@code KnownDay.Earlier}; in kWh. */
    public record Earlier(String firstDay, int days, double observed, double expected, int hours) {}

    /** A month's accepted days. */
    public record Profile(String month, Kind weekday, Kind weekend, Traits traits) {}

    /** Mean and standard deviation of each of the 24 local hours, in kWh, as {@link PackedNumbers}; empty without days. */
    public record Kind(int days, Binary mean, Binary spread) {}

    /** What a month's accepted days have in common, in kWh; see the consumer's {@code Traits}. */
    public record Traits(
            double total,
            double totalSpread,
            double lowest,
            double highest,
            double base,
            double peak,
            double variation,
            double deadHours) {}

    /** An episode's sums over its days, in kWh; see the consumer's {@code Tally}. */
    public record Episode(
            String rule,
            String firstDay,
            String lastDay,
            @Nullable String openedOn,
            int days,
            int quiet,
            double observed,
            double expected,
            double low,
            double mid,
            double high,
            long scores,
            int hours,
            Map<String, Double> figures,
            boolean overshadowed) {}
}
