package io.consumo.api.clients;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.Remembered;
import io.consumo.api.anomalies.AnomalyQuery;
import io.consumo.api.anomalies.OpenCase;
import io.consumo.api.request.Paging;
import io.consumo.api.request.Sorting;
import io.consumo.api.request.Unknown;
import io.consumo.model.api.ClientSummary;
import io.consumo.model.api.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Finds clients by a part of their id, in any order. */
@Component
public class ListClients {

    private final ClientQuery clients;
    private final LeftClients left;
    private final AnomalyQuery anomalies;
    private final AddClients add;
    private final ConsumoProperties consumo;
    private final Clock clock;
    private final Remembered<Listed> all;

    ListClients(
            ClientQuery clients,
            LeftClients left,
            AnomalyQuery anomalies,
            AddClients add,
            ConsumoProperties consumo,
            ClientsProperties settings,
            Clock clock) {
        this.clients = clients;
        this.left = left;
        this.anomalies = anomalies;
        this.add = add;
        this.consumo = consumo;
        this.clock = clock;
        this.all = Remembered.costly(settings.freshFor(), this::readAll);
    }

    /** Adding up thousands of clients takes seconds, which the first reader need not wait for. */
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        all.makeInBackground();
    }

    /** @param part of the id, in upper or lower case; the whole id where all the client's days have left the window */
    public Page<ClientSummary> page(@Nullable String part, Sorting<ClientSort> sorting, Paging paging) {
        String wanted = part == null ? "" : part.strip().toLowerCase(Locale.ROOT);
        List<ClientSummary> found = all.get().find(wanted, sorting);
        return paging.cut(
                found.isEmpty() && part != null && !part.isBlank()
                        ? find(part.strip()).stream().toList()
                        : found);
    }

    /**
     * Also of a client that fell silent so long ago that all its days are archived.
     *
     * @throws Unknown when nothing was ever stored of the client
     */
    public ClientSummary one(String clientId) {
        return find(clientId).orElseThrow(() -> new Unknown(Unknown.Thing.CLIENT, clientId));
    }

    private Optional<ClientSummary> find(String clientId) {
        LocalDate today = LocalDate.now(clock);
        return clients.find(clientId, today, consumo.windowDays())
                .or(() -> left.find(clientId, today, consumo.windowDays()))
                .map(client -> client.summary(anomalies.openOf(clientId)));
    }

    private Listed readAll() {
        Map<String, Integer> open = openByClient();
        return new Listed(add.all(LocalDate.now(clock)).stream()
                .map(client -> client.summary(open.getOrDefault(client.clientId(), 0)))
                .toList());
    }

    private Map<String, Integer> openByClient() {
        Instant now = clock.instant();
        return anomalies.openSince(now).stream()
                .filter(its -> its.isOpenAt(now))
                .collect(Collectors.toMap(OpenCase::clientId, its -> 1, Integer::sum));
    }

    /** All clients at one moment; an order is made when it is first asked for. */
    private static final class Listed {

        private final List<ClientSummary> clients;
        private final Map<Sorting<ClientSort>, List<ClientSummary>> ordered = new ConcurrentHashMap<>();

        Listed(List<ClientSummary> clients) {
            this.clients = clients;
        }

        List<ClientSummary> find(String lowerCase, Sorting<ClientSort> sorting) {
            List<ClientSummary> all = ordered.computeIfAbsent(
                    sorting,
                    order -> clients.stream().sorted(ClientSort.order(order)).toList());
            return lowerCase.isEmpty()
                    ? all
                    : all.stream()
                            .filter(client ->
                                    client.clientId().toLowerCase(Locale.ROOT).contains(lowerCase))
                            .toList();
        }
    }
}
