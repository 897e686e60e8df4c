package io.consumo.consumer.monthly;

import io.consumo.consumer.InstallationProperties;
import io.consumo.model.ClientDay.Hour;
import io.consumo.model.DayGrid;
import io.consumo.model.IntervalLength;
import io.consumo.model.store.MonthDays;
import io.consumo.model.store.MonthDocument;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Tells the hours of a client's days from its months, which keep them also when the days' rows are archived. */
@Service
public class RecallDays {

    private static final int HOURS_A_DAY = 24;

    private final MonthStore store;
    private final InstallationProperties installation;

    RecallDays(MonthStore store, InstallationProperties installation) {
        this.store = store;
        this.installation = installation;
    }

    public Map<LocalDate, List<Hour>> recall(String clientId, Collection<YearMonth> months) {
        Map<LocalDate, List<Hour>> days = new HashMap<>();
        store.find(months.stream()
                        .map(month -> MonthDocument.idOf(clientId, month.toString()))
                        .toList())
                .forEach(found -> {
                    YearMonth month = YearMonth.parse(found.month());
                    found.days()
                            .byNumber()
                            .forEach((number, day) -> days.put(month.atDay(number), hours(month.atDay(number), day)));
                });
        return days;
    }

    private List<Hour> hours(LocalDate date, MonthDays.Day day) {
        DayGrid grid = new DayGrid(date, installation.zone(), IntervalLength.HOUR);
        int count = day.hours().size();
        List<Hour> hours = new ArrayList<>(count);
        for (int hour = 0; hour < count; hour++) {
            int localHour = count == HOURS_A_DAY ? hour : grid.start(hour).getHour();
            Long energy = day.hours().get(hour);
            hours.add(new Hour(localHour, energy, energy != null, (day.doubtful() >> hour & 1) == 1));
        }
        return hours;
    }
}
