package io.consumo.api.consumption.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.consumo.api.consumption.MonthQuery;
import io.consumo.api.consumption.MonthSums;
import io.consumo.api.consumption.StoredMonth;
import io.consumo.model.store.MonthDocument;
import io.consumo.model.store.PackedNumbers;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class MongoMonthQuery implements MonthQuery {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String DAYS = "days";

    private static final List<String> WHOLE =
            fields(Figures.class).filter(field -> !field.equals(DAYS)).toList();

    private static final List<String> WITH_DAYS = Stream.concat(
                    WHOLE.stream(), fields(Figures.Days.class).map(field -> DAYS + "." + field))
            .toList();

    private final MongoCollection<Figures> months;

    MongoMonthQuery(MongoDatabase database) {
        months = database.getCollection(MonthDocument.COLLECTION, Figures.class);
    }

    @Override
    public boolean knows(String clientId) {
        String firstId = MonthDocument.idOf(clientId, "0000-01");
        String lastId = MonthDocument.idOf(clientId, "9999-12");
        return months.find(Filters.and(Filters.gte("_id", firstId), Filters.lte("_id", lastId)))
                        .projection(Projections.include(WHOLE))
                        .first()
                != null;
    }

    @Override
    public Map<String, StoredMonth> ofClients(Collection<String> clientIds, Map<YearMonth, Integer> firstDays) {
        Map<String, StoredMonth> found = new HashMap<>();
        read(
                months,
                wanted -> Filters.in(
                        "_id",
                        clientIds.stream()
                                .flatMap(client -> wanted.stream().map(month -> MonthDocument.idOf(client, month)))
                                .toList()),
                firstDays,
                month -> found.put(month.id(), month));
        return found;
    }

    /** With more patience than for some clients, since a server without an index reads them all. */
    @Override
    public void each(Map<YearMonth, Integer> firstDays, Consumer<StoredMonth> consumer) {
        read(
                months.withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS),
                wanted -> Filters.in("month", wanted),
                firstDays,
                consumer);
    }

    /** Nearly all that a month weighs are hours and days, so only what is summed is asked for. */
    private static void read(
            MongoCollection<Figures> months,
            Function<List<String>, Bson> filter,
            Map<YearMonth, Integer> firstDays,
            Consumer<StoredMonth> consumer) {
        Map<Boolean, List<YearMonth>> byPart = firstDays.keySet().stream()
                .collect(Collectors.partitioningBy(month -> firstDays.getOrDefault(month, 0) < month.lengthOfMonth()));
        byPart.forEach((ofDays, wanted) -> {
            if (!wanted.isEmpty()) {
                months.find(filter.apply(
                                wanted.stream().map(YearMonth::toString).toList()))
                        .projection(Projections.include(ofDays ? WITH_DAYS : WHOLE))
                        .forEach(month -> consumer.accept(month.first(firstDays)));
            }
        });
    }

    private static Stream<String> fields(Class<? extends Record> document) {
        return Stream.of(document.getRecordComponents()).map(RecordComponent::getName);
    }

    /**
     * What is summed of a {@link MonthDocument}; just that is asked for.
     *
     * @param days null where only the whole month was asked for
     */
    public record Figures(
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
}
