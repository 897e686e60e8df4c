package io.consumo.api.consumption;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.request.DayRange;
import io.consumo.api.request.Unknown;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads a client's days wherever they are. The archive is asked only where the range reaches into it. */
@Component
public class ReadDays {

    private final DailyQuery days;
    private final OlderDays older;
    private final KnownClients clients;
    private final ConsumoProperties consumo;

    ReadDays(DailyQuery days, OlderDays older, KnownClients clients, ConsumoProperties consumo) {
        this.days = days;
        this.older = older;
        this.clients = clients;
        this.consumo = consumo;
    }

    /**
     * In the order of days.
     *
     * @throws Unknown when nothing was ever stored of the client
     */
    public List<SourcedDay> ofClient(String clientId, DayRange range) {
        SortedMap<LocalDate, SourcedDay> found = new TreeMap<>();
        if (days.reachesIntoTheArchive(range)) {
            older.ofClient(clientId, range)
                    .forEach(day -> found.put(
                            day.day().day(), new SourcedDay(day.day().toClientDay(consumo.zone()), day.source())));
        }
        days.ofClient(clientId, range).forEach(day -> found.put(day.day(), SourcedDay.inWindow(day)));
        if (found.isEmpty()) {
            clients.require(clientId);
        }
        return List.copyOf(found.values());
    }
}
