package io.consumo.archiver.erasure.postgres;

import io.consumo.archiver.erasure.ClientTraces;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days in the window, held or restored, and readings that wait. */
@Repository
@Order(1)
class PostgresTraces implements ClientTraces {

    private final JdbcClient jdbc;

    PostgresTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public long erase(String clientId) {
        jdbc.sql("delete from archive.changed_day where client_id = :client")
                .param("client", clientId)
                .update();
        int restored = jdbc.sql("delete from archive.restored_daily where client_id = :client")
                .param("client", clientId)
                .update();
        return restored
                + jdbc.sql("select consumption.erase_client(:client)")
                        .param("client", clientId)
                        .query(Long.class)
                        .single();
    }
}
