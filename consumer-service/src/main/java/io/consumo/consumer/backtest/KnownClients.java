package io.consumo.consumer.backtest;

import io.consumo.consumer.backtest.domain.LiveCase;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The clients that have been judged, and their cases. */
public interface KnownClients {

    /** A client and its first day ever. */
    record Client(String id, LocalDate firstDay) {}

    int count();

    /** So many at most, in the order of their ids, after the given one; empty begins with the first. */
    List<Client> after(String id, int most);

    List<LiveCase> cases(Collection<String> clientIds);
}
