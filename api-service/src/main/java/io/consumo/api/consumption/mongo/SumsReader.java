package io.consumo.api.consumption.mongo;

import io.consumo.api.consumption.MonthSums;
import io.consumo.api.consumption.StoredMonth;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;

/** Reads what is summed of a month from its bytes; the hours, nearly all of them, are skipped without making objects. */
final class SumsReader {

    private static final String DAYS = "days";

    private final int firstDays;
    private final Map<String, String> texts = new HashMap<>();
    private int days;
    private MonthSums begin = new MonthSums(0, 0, 0, 0, 0);

    private SumsReader(int firstDays) {
        this.firstDays = firstDays;
    }

    static StoredMonth read(RawBsonDocument document, int firstDays) {
        try (BsonReader reader = document.asBsonReader()) {
            return new SumsReader(firstDays).month(reader);
        }
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
                firstDays >= month.lengthOfMonth() ? whole : begin,
                days,
                figures.getOrDefault("score", 0L).intValue());
    }

    private void days(BsonReader reader) {
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String day = reader.readName();
            days++;
            if (Integer.parseInt(day.substring(day.lastIndexOf('-') + 1)) <= firstDays) {
                begin = begin.plus(day(reader));
            } else {
                reader.skipValue();
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
