package io.consumo.archiver.archive.postgres;

import io.consumo.archiver.archive.DayRows;
import io.consumo.archiver.files.domain.DayRow;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads {@code consumption.daily_consumption} a few rows at a time. */
@Repository
class PostgresDayRows implements DayRows {

    private static final String READ = """
            select client_id, minutes, energy, rank
            from consumption.daily_consumption
            where day = ?
            order by client_id collate "C", minutes
            """;

    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    PostgresDayRows(DataSource dataSource, TransactionTemplate transaction) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(ROWS_AT_A_TIME);
        this.transaction = transaction;
    }

    /** In a transaction, without which the driver reads all rows into memory. */
    @Override
    public void read(LocalDate day, Consumer<DayRow> rows) {
        transaction.executeWithoutResult(status -> jdbc.query(
                READ,
                (ResultSet result) -> {
                    DayRow row = SlotArrays.row(result);
                    if (row.slots().present() > 0) {
                        rows.accept(row);
                    }
                },
                day));
    }
}
