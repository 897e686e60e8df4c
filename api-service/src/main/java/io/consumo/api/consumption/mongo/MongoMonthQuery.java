package io.consumo.api.consumption.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.consumo.api.consumption.MonthQuery;
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
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

@Repository
class MongoMonthQuery implements MonthQuery {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> SUMS = List.of("total", "night", "morning", "afternoon", "evening");

    private final MongoCollection<RawBsonDocument> months;

    MongoMonthQuery(MongoDatabase database) {
        months = database.getCollection(MonthDocument.COLLECTION, RawBsonDocument.class);
    }

    @Override
    public boolean knows(String clientId) {
        String firstId = MonthDocument.idOf(clientId, "0000-01");
        String lastId = MonthDocument.idOf(clientId, "9999-12");
        return months.find(Filters.and(Filters.gte("_id", firstId), Filters.lte("_id", lastId)))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    @Override
    public Map<String, StoredMonth> ofClients(Collection<String> clientIds, Map<YearMonth, Integer> firstDays) {
        List<String> ids = clientIds.stream()
                .flatMap(client ->
                        firstDays.keySet().stream().map(month -> MonthDocument.idOf(client, month.toString())))
                .toList();
        Map<String, StoredMonth> found = new HashMap<>();
        read(months, Filters.in("_id", ids), firstDays, month -> found.put(month.id(), month));
        return found;
    }

    /** With more patience than for some clients, since a server without an index reads them all. */
    @Override
    public void each(Map<YearMonth, Integer> firstDays, Consumer<StoredMonth> consumer) {
        List<String> wanted =
                firstDays.keySet().stream().map(YearMonth::toString).toList();
        read(
                months.withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS),
                Filters.in("month", wanted),
                firstDays,
                consumer);
    }

    /** Nearly all that a month weighs are hours, so only what is summed is asked for. */
    private static void read(
            MongoCollection<RawBsonDocument> months,
            Bson filter,
            Map<YearMonth, Integer> firstDays,
            Consumer<StoredMonth> consumer) {
        List<String> fields = Stream.concat(
                        Stream.of("clientId", "month", "daysWithReadings", "score"), sums(firstDays))
                .toList();
        months.find(filter).projection(Projections.include(fields)).forEach(document -> {
            YearMonth month = YearMonth.parse(document.getString("month").getValue());
            consumer.accept(SumsReader.read(document, firstDays.getOrDefault(month, 0)));
        });
    }

    private static Stream<String> sums(Map<YearMonth, Integer> firstDays) {
        Stream<String> days = firstDays.entrySet().stream()
                .flatMap(month -> SumsReader.needed(month.getKey(), month.getValue())
                        .mapToObj(day -> "days.%s-%02d.".formatted(month.getKey(), day)));
        return Stream.concat(Stream.of(""), days).flatMap(path -> SUMS.stream().map(path::concat));
    }
}
