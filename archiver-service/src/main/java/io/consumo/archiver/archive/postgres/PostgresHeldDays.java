package io.consumo.archiver.archive.postgres;

import io.consumo.archiver.archive.HeldDays;
import io.consumo.model.store.StoredDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consumer's table {@code held_daily}. */
@Repository
class PostgresHeldDays implements HeldDays {

    private static final String OF_CLIENT = """
            select client_id, day, minutes, energy, rank
            from consumption.held_daily
            where client_id = :client and day between :from and :to
            order by day, minutes
            """;

    private final JdbcClient jdbc;

    PostgresHeldDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredDay> ofClient(String clientId, LocalDate from, LocalDate to) {
        return SlotArrays.days(
                jdbc.sql(OF_CLIENT)
                        .param("client", clientId)
                        .param("from", from)
                        .param("to", to),
                clientId);
    }

    @Override
    public long releaseAllBut(Collection<String> clients) {
        return jdbc.sql("select consumption.release_held(:clients)")
                .param("clients", clients.toArray(String[]::new))
                .query(Long.class)
                .single();
    }
}
