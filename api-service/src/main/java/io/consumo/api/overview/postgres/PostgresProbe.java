package io.consumo.api.overview.postgres;

import io.consumo.api.overview.PipelineProbe;
import io.consumo.model.api.PipelinePart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresProbe implements PipelineProbe {

    private final JdbcClient jdbc;

    PostgresProbe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "postgres";
    }

    @Override
    public PipelinePart ask() {
        jdbc.sql("select 1").query(Integer.class).single();
        return PipelineProbe.up(part());
    }
}
