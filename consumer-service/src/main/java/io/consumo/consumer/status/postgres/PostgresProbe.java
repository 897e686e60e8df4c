package io.consumo.consumer.status.postgres;

import io.consumo.consumer.status.StoreProbe;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks PostgreSQL for nothing in particular. */
@Component
class PostgresProbe implements StoreProbe {

    private final JdbcClient jdbc;

    PostgresProbe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String store() {
        return "PostgreSQL";
    }

    @Override
    public void ask() {
        jdbc.sql("select 1").query(Integer.class).single();
    }
}
