package io.consumo.api.clients;

import io.consumo.model.ClientDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what the list of clients is made of. */
public interface ClientQuery {

    /** First and last stored day of a client, and its days from {@code windowDays} before the last one on. */
    record RecentDays(String clientId, LocalDate firstDay, List<ClientDay> days) {}

    /** One client after the other. */
    void forEach(int windowDays, Consumer<RecentDays> client);

    /** Empty when nothing is stored of the client. */
    Optional<RecentDays> find(String clientId, int windowDays);
}
