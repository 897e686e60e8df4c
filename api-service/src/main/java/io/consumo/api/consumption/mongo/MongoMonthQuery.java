package io.consumo.api.consumption.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.consumo.api.consumption.MonthQuery;
import io.consumo.api.consumption.MonthSums;
import io.consumo.api.consumption.StoredMonth;
import io.consumo.model.store.MonthDocument;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.RawBsonDocument;
import org.springframework.stereotype.Repository;

@Repository
class MongoMonthQuery implements MonthQuery {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> SUMS = List.of("total", "night", "morning", "afternoon", "evening");

    private final MongoCollection<MonthDocument> months;

    MongoMonthQuery(MongoDatabase database) {
        months = database.getCollection(MonthDocument.COLLECTION, MonthDocument.class);
    }

    @Override
    public boolean knows(String clientId) {
        String firstId = MonthDocument.idOf(clientId, "0000-01");
        String lastId = MonthDocument.idOf(clientId, "9999-12");
        return months.find(Filters.and(Filters.gte("_id", firstId), Filters.lte("_id", lastId)))
                        .first()
                != null;
    }

    @Override
    public Map<String, StoredMonth> byId(Collection<String> ids, int firstDays) {
        Map<String, StoredMonth> found = new HashMap<>();
        months.find(Filters.in("_id", ids)).forEach(month -> found.put(month.id(), stored(month, firstDays)));
        return found;
    }

    /**
     * A month weighs 15 kB, nearly all of it hours. Only what is summed is asked for, so that neither side holds more than
     * that of all clients; and with more patience than for one client, since a server without an index reads them all.
     */
    @Override
    public void each(Map<YearMonth, Integer> firstDays, Consumer<StoredMonth> consumer) {
        months.withDocumentClass(RawBsonDocument.class)
                .withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .find(Filters.in(
                        "month",
                        firstDays.keySet().stream().map(YearMonth::toString).toList()))
                .projection(Projections.include(Stream.concat(Stream.of("clientId", "month", "score"), sums(firstDays))
                        .toList()))
                .forEach(document -> {
                    YearMonth month =
                            YearMonth.parse(document.getString("month").getValue());
                    consumer.accept(SumsReader.read(document, firstDays.getOrDefault(month, 0)));
                });
    }

    private static Stream<String> sums(Map<YearMonth, Integer> firstDays) {
        Stream<String> days = firstDays.entrySet().stream()
                .flatMap(month -> SumsReader.needed(month.getKey(), month.getValue())
                        .mapToObj(day -> "days.%s-%02d.".formatted(month.getKey(), day)));
        return Stream.concat(Stream.of(""), days).flatMap(path -> SUMS.stream().map(path::concat));
    }

    private static StoredMonth stored(MonthDocument month, int firstDays) {
        MonthSums whole =
                new MonthSums(month.total(), month.night(), month.morning(), month.afternoon(), month.evening());
        YearMonth yearMonth = YearMonth.parse(month.month());
        return new StoredMonth(
                month.clientId(),
                yearMonth,
                whole,
                firstDays < yearMonth.lengthOfMonth() ? begin(month, firstDays) : whole,
                month.days().size(),
                month.score());
    }

    private static MonthSums begin(MonthDocument month, int firstDays) {
        String last = "%s-%02d".formatted(month.month(), firstDays);
        return month.days().entrySet().stream()
                .filter(day -> day.getKey().compareTo(last) <= 0)
                .map(Map.Entry::getValue)
                .map(day -> new MonthSums(day.total(), day.night(), day.morning(), day.afternoon(), day.evening()))
                .reduce(MonthSums.NONE, MonthSums::plus);
    }
}
