package io.consumo.consumer.status.postgres;

import io.consumo.consumer.status.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the readings lie. */
@Component
class PostgresStore implements Store {

    private final JdbcClient jdbc;

    PostgresStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public String part() {
        return "postgres";
    }

    @Override
    public void ping() {
        jdbc.sql("select 1").query(Integer.class).single();
    }
}
