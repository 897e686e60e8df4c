package io.consumo.api.clients.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.consumo.api.clients.DayFigures;
import io.consumo.api.clients.LeftClients;
import io.consumo.api.clients.RecentFigures;
import io.consumo.model.store.MonthDays;
import io.consumo.model.store.MonthDocument;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Repository;

@Repository
class MongoLeftClients implements LeftClients {

    private final MongoCollection<Days> months;

    MongoLeftClients(MongoDatabase database) {
        months = database.getCollection(MonthDocument.COLLECTION, Days.class);
    }

    /** Of a {@link MonthDocument} just its days. */
    public record Days(String month, MonthDays days) {

        private Stream<DayFigures> figures() {
            YearMonth of = YearMonth.parse(month);
            return days.byNumber().entrySet().stream().map(day -> figures(of.atDay(day.getKey()), day.getValue()));
        }

        private static DayFigures figures(LocalDate day, MonthDays.Day its) {
            return new DayFigures(day, its.total(), its.night(), its.readings(), its.expectedReadings());
        }
    }

    @Override
    public Optional<RecentFigures> find(String clientId, LocalDate today, int windowDays) {
        List<DayFigures> days = StreamSupport.stream(
                        months.find(and(
                                        gte("_id", MonthDocument.idOf(clientId, "0000-01")),
                                        lte("_id", MonthDocument.idOf(clientId, "9999-12"))))
                                .projection(Projections.include("month", "days"))
                                .spliterator(),
                        false)
                .flatMap(Days::figures)
                .sorted(Comparator.comparing(DayFigures::day))
                .toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = days.getFirst().day();
        LocalDate begin = days.getLast().day().minusDays(windowDays);
        List<DayFigures> counted =
                days.stream().filter(day -> !day.day().isBefore(begin)).toList();
        return Optional.of(RecentFigures.of(clientId, first, counted, today, windowDays));
    }
}
