package io.consumo.api.clients;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.clients.ClientQuery.Span;
import io.consumo.api.consumption.WrittenDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds each client's recent days up; of these only those are read again that were written to meanwhile. */
@Component
final class AddClients {

    private final ClientQuery clients;
    private final WrittenDays written;
    private final int windowDays;
    private final Map<String, String> names = new HashMap<>();
    private Map<LocalDate, ReadDay> days = Map.of();
    private @Nullable Added last;

    private record ReadDay(Long writes, Map<String, DayFigures> clients) {}

    private record Added(WrittenDays.State state, List<RecentFigures> figures) {}

    AddClients(ClientQuery clients, WrittenDays written, ConsumoProperties consumo) {
        this.clients = clients;
        this.written = written;
        this.windowDays = consumo.windowDays();
    }

    /** In the order of clients. */
    synchronized List<RecentFigures> all(LocalDate today) {
        WrittenDays.State state = written.on(today);
        Added known = last;
        if (known != null && known.state().equals(state)) {
            return known.figures();
        }
        days = read(state);
        List<RecentFigures> figures = add(clients.spans(), today);
        last = new Added(state, figures);
        return figures;
    }

    /** Who was heard in the window may have that many days before the last one. */
    private Map<LocalDate, ReadDay> read(WrittenDays.State state) {
        LocalDate first = state.today().minusDays(2L * windowDays);
        Map<LocalDate, ReadDay> read = new HashMap<>();
        state.writes().forEach((day, writes) -> {
            if (!day.isBefore(first)) {
                ReadDay known = days.get(day);
                read.put(
                        day,
                        known != null && known.writes().equals(writes)
                                ? known
                                : new ReadDay(writes, lean(day, clients.day(day))));
            }
        });
        return read;
    }

    /** With one name and one date for all that have the same: there are some hundred thousand. */
    private Map<String, DayFigures> lean(LocalDate day, Map<String, DayFigures> figures) {
        Map<String, DayFigures> lean = HashMap.newHashMap(figures.size());
        figures.forEach((client, its) -> lean.put(
                names.computeIfAbsent(client, name -> name),
                new DayFigures(day, its.total(), its.night(), its.readings(), its.expectedReadings())));
        return lean;
    }

    private List<RecentFigures> add(Map<String, Span> spans, LocalDate today) {
        LocalDate window = today.minusDays(windowDays);
        List<RecentFigures> figures = new ArrayList<>(spans.size());
        boolean anySilent = false;
        for (Map.Entry<String, Span> client : spans.entrySet()) {
            List<DayFigures> its = client.getValue().last().isBefore(window)
                    ? List.of()
                    : daysOf(client.getKey(), client.getValue().last());
            anySilent |= its.isEmpty();
            if (!its.isEmpty()) {
                figures.add(RecentFigures.of(client.getKey(), client.getValue().first(), its, today, windowDays));
            }
        }
        if (anySilent) {
            figures.addAll(clients.silent(window, today, windowDays));
        }
        figures.sort((one, other) -> one.clientId().compareTo(other.clientId()));
        return figures;
    }

    private List<DayFigures> daysOf(String client, LocalDate lastDay) {
        return Stream.iterate(lastDay.minusDays(windowDays), day -> !day.isAfter(lastDay), day -> day.plusDays(1))
                .map(days::get)
                .filter(Objects::nonNull)
                .map(day -> day.clients().get(client))
                .filter(Objects::nonNull)
                .toList();
    }
}
