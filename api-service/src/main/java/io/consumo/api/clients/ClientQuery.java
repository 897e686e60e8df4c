package io.consumo.api.clients;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the list of clients is made of. */
public interface ClientQuery {

    /** A client's first and last stored day. */
    record Span(LocalDate first, LocalDate last) {}

    /** Of every client. */
    Map<String, Span> spans();

    /** Of each client that has anything of the day. */
    Map<String, DayFigures> day(LocalDate day);

    /**
     * Clients of which nothing was received for long.
     *
     * @param since the first day of which they have nothing, nor of later ones
     * @param windowDays how many days before a client's last one count
     */
    List<RecentFigures> silent(LocalDate since, LocalDate today, int windowDays);

    /** Empty when nothing is stored of the client. */
    Optional<RecentFigures> find(String clientId, LocalDate today, int windowDays);
}
