package io.consumo.archiver.archive.postgres;

import io.consumo.archiver.archive.ArchiverBusy;
import io.consumo.archiver.archive.ArchiverLease;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An advisory lock. Whoever holds it does all that changes states on the very connection that holds it, so that an
 * archiver which lost its connection, and with it the lock, changes nothing any more.
 */
@Repository
class PostgresArchiverLease implements ArchiverLease {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresArchiverLease.class);

    private static final String TRY = "select pg_try_advisory_lock(hashtextextended('archive.lease', 0))";
    private static final String RELEASE = "select pg_advisory_unlock(hashtextextended('archive.lease', 0))";

    private static final String HOLDER = """
            select 'another archiver is at work (' || coalesce(host(a.client_addr), 'on this host') || ', connected since '
                   || to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ')'
            from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted
              and l.database = (select oid from pg_database where datname = current_database())
              and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('archive.lease', 0)
            limit 1
            """;

    private final DataSource dataSource;

    PostgresArchiverLease(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T exclusively(Function<Held, T> work) {
        try (Connection connection = dataSource.getConnection()) {
            SingleConnectionDataSource single = new SingleConnectionDataSource(connection, true);
            JdbcClient jdbc = JdbcClient.create(single);
            if (!jdbc.sql(TRY).query(Boolean.class).single()) {
                throw new ArchiverBusy(
                        jdbc.sql(HOLDER).query(String.class).optional().orElse("another archiver is at work"));
            }
            try {
                TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(single));
                return work.apply(new Held(new PostgresDayLedger(jdbc, transaction), new PostgresLateReadings(jdbc)));
            } finally {
                release(jdbc);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("PostgreSQL does not answer", e);
        }
    }

    private static void release(JdbcClient jdbc) {
        try {
            jdbc.sql(RELEASE).query(Boolean.class).single();
        } catch (DataAccessException e) {
            LOG.warn("The lease ended with its connection", e);
        }
    }
}
