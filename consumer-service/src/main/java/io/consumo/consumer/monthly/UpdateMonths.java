package io.consumo.consumer.monthly;

import io.consumo.consumer.InstallationProperties;
import io.consumo.model.ClientDay;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.MonthDocument;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Brings months in line with the days that changed and the cases that stand. */
@Service
public class UpdateMonths {

    private final MonthStore store;
    private final MonthBuilder builder;

    UpdateMonths(MonthStore store, InstallationProperties installation) {
        this.store = store;
        this.builder = new MonthBuilder(installation.bands());
    }

    private record Key(String clientId, YearMonth month) {

        String id() {
            return MonthDocument.idOf(clientId, month.toString());
        }
    }

    /**
     * Updates the months of the changed days, and the scores of those that a case touches or touched.
     *
     * @param standing all cases of the clients whose days changed
     */
    public void update(
            List<ClientDay> changed, List<CaseDocument> standing, List<CaseDocument> withdrawn, long revision) {
        Map<String, List<CaseDocument>> casesByClient =
                standing.stream().collect(Collectors.groupingBy(CaseDocument::clientId));
        Map<Key, List<ClientDay>> months = new LinkedHashMap<>();
        changed.forEach(day -> months.computeIfAbsent(
                        new Key(day.clientId(), YearMonth.from(day.day())), key -> new ArrayList<>())
                .add(day));
        Stream.concat(standing.stream(), withdrawn.stream()).forEach(one -> monthsOf(one)
                .forEach(month -> months.putIfAbsent(new Key(one.clientId(), month), List.of())));
        Map<String, MonthDocument> stored = store
                .find(months.keySet().stream().map(Key::id).toList())
                .stream()
                .collect(Collectors.toMap(MonthDocument::id, Function.identity()));
        List<MonthDocument> written = new ArrayList<>();
        months.forEach((key, days) -> {
            Optional<MonthDocument> before = Optional.ofNullable(stored.get(key.id()));
            int score = score(casesByClient.getOrDefault(key.clientId(), List.of()), key.month());
            boolean scoreChanged =
                    before.filter(month -> month.score() != score).isPresent();
            if (!days.isEmpty() || scoreChanged) {
                written.add(builder.build(key.clientId(), key.month(), before, days, score, revision));
            }
        });
        store.write(written);
    }

    private static List<YearMonth> monthsOf(CaseDocument one) {
        List<YearMonth> months = new ArrayList<>();
        YearMonth last = YearMonth.parse(one.lastDay().substring(0, 7));
        for (YearMonth month = YearMonth.parse(one.firstDay().substring(0, 7));
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static int score(List<CaseDocument> cases, YearMonth month) {
        return cases.stream()
                .filter(one -> monthsOf(one).contains(month))
                .mapToInt(CaseDocument::score)
                .max()
                .orElse(0);
    }
}
