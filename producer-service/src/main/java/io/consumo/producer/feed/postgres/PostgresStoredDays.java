package io.consumo.producer.feed.postgres;

import io.consumo.model.store.Installation;
import io.consumo.producer.feed.FeedProperties;
import io.consumo.producer.feed.StoredDays;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Reads the days that the consumer stored. */
@Component
class PostgresStoredDays implements StoredDays {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final FeedProperties settings;

    PostgresStoredDays(DataSource dataSource, FeedProperties settings) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.settings = settings;
    }

    @Override
    public void await(Duration patience) throws InterruptedException {
        Installation.await(dataSource, settings.zone(), patience);
    }

    @Override
    public boolean areNone() {
        return jdbc.sql("select not exists (select from consumption.daily_consumption)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Map<String, LocalDate> newestBefore(LocalDate day, Collection<String> clientIds) {
        Map<String, LocalDate> newest = new HashMap<>();
        jdbc.sql("""
                select client_id, max(day) as newest
                from consumption.daily_consumption
                where day < :day and client_id = any(:clients)
                group by client_id
                """)
                .param("day", day)
                .param("clients", new SqlArrayValue("text", clientIds.toArray()))
                .query(row -> {
                    newest.put(row.getString("client_id"), row.getObject("newest", LocalDate.class));
                });
        return newest;
    }
}
