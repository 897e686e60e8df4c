package io.consumo.api.clients;

import java.time.LocalDate;
import java.util.Optional;

/** Reads clients whose days have all left the window; their months stay. */
public interface LeftClients {

    /**
     * Empty when there is no month of the client.
     *
     * @param windowDays how many days before the client's last one count
     */
    Optional<RecentFigures> find(String clientId, LocalDate today, int windowDays);
}
