package io.consumo.archiver.archive.postgres;

import io.consumo.archiver.archive.DayLedger;
import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.files.domain.Manifest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code archive.archived_day}, and the functions that the consumer's schema grants. */
class PostgresDayLedger implements DayLedger {

    private static final String FIND = ArchivedDayRows.COLUMNS + "where day = :day";

    private static final String UNFINISHED = ArchivedDayRows.COLUMNS + "where state <> 'DROPPED' order by day";

    private static final String DROPPED =
            ArchivedDayRows.COLUMNS + "where state = 'DROPPED' order by checked_at nulls first, day";

    private static final String SEAL = "select consumption.seal_day(:day)";

    private static final String SEALED = """
            insert into archive.archived_day (day, state, postgres_bytes, sealed_at)
            values (:day, 'SEALED', pg_total_relation_size(consumption.partition_of(:day)), :at)
            """;

    private static final String FORGET = "delete from archive.archived_day where day = :day and state <> 'DROPPED'";

    private static final String EXPORTED = """
            update archive.archived_day
            set state = 'EXPORTED', exported_at = :at
            where day = :day and state <> 'DROPPED'
            """;

    private static final String FILE = """
            update archive.archived_day
            set state = case state when 'DROPPED' then state else 'VERIFIED' end,
                revision = :revision, file = :file, rows = :rows, day_rows = :dayRows, clients = :clients,
                energy = :energy, bytes = :bytes, sha256 = :sha256,
                verified_at = :at, checked_at = :at, damage = null
            where day = :day
            """;

    private static final String DROP = "select consumption.drop_day(:day, :rows, :energy, :held, :patience)";

    private static final String DROP_DONE = """
            update archive.archived_day set state = 'DROPPED', dropped_at = :at where day = :day and state = 'VERIFIED'
            """;

    private static final String CHECKED = """
            update archive.archived_day set checked_at = :at, damage = :damage where day = :day
            """;

    /** The lock did not come in time, or would never have come. */
    private static final Set<String> LOCKED_BY_OTHERS = Set.of("55P03", "40P01");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PostgresDayLedger(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Optional<ArchivedDay> find(LocalDate day) {
        return jdbc.sql(FIND).param("day", day).query(ArchivedDayRows::day).optional();
    }

    @Override
    public List<ArchivedDay> unfinished() {
        return jdbc.sql(UNFINISHED).query(ArchivedDayRows::day).list();
    }

    @Override
    public List<ArchivedDay> dropped() {
        return jdbc.sql(DROPPED).query(ArchivedDayRows::day).list();
    }

    @Override
    public boolean hasPartition(LocalDate day) {
        return jdbc.sql("select consumption.partition_of(:day) is not null")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean seal(LocalDate day, Instant at) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean sealed =
                    jdbc.sql(SEAL).param("day", day).query(Boolean.class).single();
            if (sealed) {
                jdbc.sql(SEALED)
                        .param("day", day)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update();
            }
            return sealed;
        }));
    }

    @Override
    public void unseal(LocalDate day) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select consumption.unseal_day(:day)")
                    .param("day", day)
                    .query()
                    .listOfRows();
            jdbc.sql(FORGET).param("day", day).update();
        });
    }

    @Override
    public void exported(Manifest manifest, Instant at) {
        jdbc.sql(EXPORTED)
                .param("day", manifest.day())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void verified(Manifest manifest, Instant at) {
        recordFile(manifest, at);
    }

    @Override
    public void revised(Manifest manifest, Instant at) {
        recordFile(manifest, at);
    }

    private void recordFile(Manifest manifest, Instant at) {
        jdbc.sql(FILE)
                .param("day", manifest.day())
                .param("revision", manifest.revision())
                .param("file", manifest.file())
                .param("rows", manifest.contents().rows())
                .param("dayRows", manifest.contents().dayRows())
                .param("clients", manifest.contents().clients())
                .param("energy", manifest.contents().energy())
                .param("bytes", manifest.bytes())
                .param("sha256", manifest.sha256())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean drop(Manifest manifest, Collection<String> held, Duration patience) {
        try {
            jdbc.sql(DROP)
                    .param("day", manifest.day())
                    .param("rows", manifest.contents().rows())
                    .param("energy", manifest.contents().energy())
                    .param("held", held.toArray(String[]::new))
                    .param("patience", (int) patience.toMillis())
                    .query()
                    .listOfRows();
            return true;
        } catch (DataAccessException e) {
            if (isForOthers(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isForOthers(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException e && LOCKED_BY_OTHERS.contains(e.getSQLState());
    }

    @Override
    public void dropped(LocalDate day, Instant at) {
        jdbc.sql(DROP_DONE)
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void checked(LocalDate day, @Nullable String damage, Instant at) {
        jdbc.sql(CHECKED)
                .param("day", day)
                .param("damage", damage)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
