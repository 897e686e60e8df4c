package io.consumo.api.clients;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what the list of clients is made of. */
public interface ClientQuery {

    /**
     * All clients.
     *
     * @param today counts only for clients that have no other day
     * @param windowDays how many days before a client's last one count
     */
    List<RecentFigures> all(LocalDate today, int windowDays);

    /** Empty when nothing is stored of the client. */
    Optional<RecentFigures> find(String clientId, LocalDate today, int windowDays);
}
