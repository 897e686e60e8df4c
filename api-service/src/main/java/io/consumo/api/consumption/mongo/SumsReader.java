package io.consumo.api.consumption.mongo;

import io.consumo.api.consumption.MonthSums;
import io.consumo.api.consumption.StoredMonth;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;

/** Reads what is summed of a month from its bytes, without an object for each of its days. */
final class SumsReader {

    private static final String DAYS = "days";

    private final int firstDays;
    private final Map<String, String> texts = new HashMap<>();
    private MonthSums first = MonthSums.NONE;
    private MonthSums rest = MonthSums.NONE;

    private SumsReader(int firstDays) {
        this.firstDays = firstDays;
    }

    static StoredMonth read(RawBsonDocument document, int firstDays) {
        try (BsonReader reader = document.asBsonReader()) {
            return new SumsReader(firstDays).month(reader);
        }
    }

    /** Which days it takes to know the sum of a month's first ones: these, or those that are not, whichever are fewer. */
    static IntStream needed(YearMonth month, int firstDays) {
        return isByRest(month, firstDays)
                ? IntStream.rangeClosed(firstDays + 1, month.lengthOfMonth())
                : IntStream.rangeClosed(1, firstDays);
    }

    private static boolean isByRest(YearMonth month, int firstDays) {
        return month.lengthOfMonth() - firstDays < firstDays;
    }

    private StoredMonth month(BsonReader reader) {
        Map<String, Long> figures = new HashMap<>();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = reader.readName();
            if (name.equals(DAYS)) {
                days(reader);
            } else if (reader.getCurrentBsonType() == BsonType.STRING) {
                texts.put(name, reader.readString());
            } else {
                figure(reader, name, figures);
            }
        }
        reader.readEndDocument();
        YearMonth month = YearMonth.parse(texts.getOrDefault("month", ""));
        MonthSums whole = sums(figures);
        return new StoredMonth(
                texts.getOrDefault("clientId", ""),
                month,
                whole,
                isByRest(month, firstDays) ? whole.minus(rest) : first,
                figures.getOrDefault("daysWithReadings", 0L).intValue(),
                figures.getOrDefault("score", 0L).intValue());
    }

    private void days(BsonReader reader) {
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String day = reader.readName();
            if (Integer.parseInt(day.substring(day.lastIndexOf('-') + 1)) <= firstDays) {
                first = first.plus(day(reader));
            } else {
                rest = rest.plus(day(reader));
            }
        }
        reader.readEndDocument();
    }

    private static MonthSums day(BsonReader reader) {
        Map<String, Long> figures = new HashMap<>();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            figure(reader, reader.readName(), figures);
        }
        reader.readEndDocument();
        return sums(figures);
    }

    private static void figure(BsonReader reader, String name, Map<String, Long> figures) {
        switch (reader.getCurrentBsonType()) {
            case INT32 -> figures.put(name, (long) reader.readInt32());
            case INT64 -> figures.put(name, reader.readInt64());
            default -> reader.skipValue();
        }
    }

    private static MonthSums sums(Map<String, Long> figures) {
        return new MonthSums(
                figures.getOrDefault("total", 0L),
                figures.getOrDefault("night", 0L),
                figures.getOrDefault("morning", 0L),
                figures.getOrDefault("afternoon", 0L),
                figures.getOrDefault("evening", 0L));
    }
}
