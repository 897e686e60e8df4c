package io.consumo.consumer.detection.postgres;

import io.consumo.consumer.FollowRevisions;
import io.consumo.consumer.detection.ClientActivity;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** When clients were last heard of, by the day rows. */
@Repository
class PostgresClientActivity implements ClientActivity {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FollowRevisions revisions;

    PostgresClientActivity(JdbcClient jdbc, TransactionTemplate transaction, FollowRevisions revisions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.revisions = revisions;
    }

    @Override
    public List<LastSeen> since(LocalDate day) {
        return jdbc.sql("""
                        select client_id, max(day) as last_day
                        from daily_consumption
                        where day >= :day
                        group by client_id
                        """)
                .param("day", day)
                .query((row, number) ->
                        new LastSeen(row.getString("client_id"), row.getObject("last_day", LocalDate.class)))
                .list();
    }

    @Override
    public void exclusively(LongConsumer work) {
        transaction.executeWithoutResult(status -> {
            boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('consumo.silence'))")
                    .query(Boolean.class)
                    .single();
            if (mine) {
                work.accept(revisions.next());
            }
        });
    }
}
