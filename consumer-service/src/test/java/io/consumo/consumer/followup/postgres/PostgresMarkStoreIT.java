package io.consumo.consumer.followup.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.consumer.FollowRevisions;
import io.consumo.consumer.followup.Followed;
import io.consumo.stack.TestStores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresMarkStoreIT {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 25);

    private final String url = TestStores.freshPostgres();
    private final JdbcClient jdbc = JdbcClient.create(database());
    private final PostgresMarkStore first = store();
    private final PostgresMarkStore second = store();

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database())
                .defaultSchema("consumption")
                .createSchemas(false)
                .load()
                .migrate();
    }

    @Test
    void marksAreGoneWhenTheWorkIsDoneAndStayWhenItFails() {
        mark("C-1", DAY);
        mark("C-1", DAY.plusDays(1));
        assertThatThrownBy(() -> first.follow(10, followed -> {
                    throw new IllegalStateException("MongoDB is away");
                }))
                .hasMessage("MongoDB is away");
        assertThat(second.open()).isEqualTo(2);
        List<Followed> seen = new ArrayList<>();
        assertThat(second.follow(10, seen::add)).isEqualTo(2);
        assertThat(seen).singleElement().satisfies(followed -> assertThat(followed.days())
                .hasEntrySatisfying("C-1", days -> assertThat(days).containsExactly(DAY, DAY.plusDays(1))));
        assertThat(second.open()).isZero();
    }

    /** Whoever comes first by any other order would let some wait for as long as new marks come. */
    @Test
    void followsTheClientsThatHaveWaitedLongest() {
        List<String> waiting = new ArrayList<>();
        for (int client = 0; client < 60; client++) {
            waiting.add("C-" + client);
        }
        Collections.shuffle(waiting, new Random(1));
        waiting.forEach(client -> mark(client, DAY));
        List<String> last = waiting.subList(0, 20);
        List<String> followed = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            first.follow(20, marks -> followed.addAll(marks.days().keySet()));
            // These are new again, and wait least.
            last.forEach(client -> mark(client, DAY));
        }
        assertThat(followed.subList(0, 20)).containsExactlyInAnyOrderElementsOf(last);
        assertThat(followed.subList(20, 40)).containsExactlyInAnyOrderElementsOf(waiting.subList(20, 40));
        assertThat(followed.subList(40, 60)).containsExactlyInAnyOrderElementsOf(waiting.subList(40, 60));
    }

    @Test
    void takesManyMarksQuicklyAlsoWhenTheDatabaseBelievesThatThereAreNone() {
        jdbc.sql("alter table dirty_mark set (autovacuum_enabled = false)").update();
        assertThat(markMany()).isEqualTo(80_000);
        jdbc.sql("delete from dirty_mark").update();
        jdbc.sql("analyze dirty_mark").update();
        assertThat(markMany()).isEqualTo(80_000);
        long begun = System.nanoTime();
        assertThat(first.follow(500, followed -> {})).isGreaterThan(10_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anotherFollowerTakesTheClientsThatHaveWaitedLongestButThose() {
        for (int client = 10; client < 40; client++) {
            mark("C-" + client, DAY);
        }
        List<String> others = new ArrayList<>();
        first.follow(20, held -> {
            mark("C-10", DAY.plusDays(1));
            second.follow(20, marks -> others.addAll(marks.days().keySet()));
            assertThat(held.days()).hasSize(20).containsKey("C-10");
        });
        assertThat(others).hasSize(10).startsWith("C-30").endsWith("C-39");
        assertThat(first.open()).isEqualTo(1);
    }

    /** PostgreSQL keeps the plan of a statement that a connection has run ten times, however much the table grows. */
    @Test
    void takesManyMarksByTheirIndexAlsoWhereItLookedForFewBefore() {
        jdbc.sql("alter table dirty_mark set (autovacuum_enabled = false)").update();
        jdbc.sql("vacuum analyze dirty_mark").update();
        SingleConnectionDataSource one = new SingleConnectionDataSource(url, "consumo_consumer", "consumo", true);
        JdbcClient same = JdbcClient.create(one);
        PostgresMarkStore store = store(same, new TransactionTemplate(new JdbcTransactionManager(one)));
        for (int run = 0; run < 15; run++) {
            mark("few", DAY);
            store.follow(500, followed -> {});
        }
        markMany();
        // The count begins anew.
        same.sql("select pg_stat_force_next_flush()").query().singleRow();
        AtomicLong scans = new AtomicLong(-1);
        store.follow(
                500,
                followed ->
                        scans.set(same.sql("select seq_scan from pg_stat_xact_user_tables where relname = 'dirty_mark'")
                                .query(Long.class)
                                .single()));
        one.destroy();

        assertThat(scans).hasValue(0);
    }

    @Test
    void aRunThatLostItsConnectionIsFollowedAgainThoughAnotherHasDoneItMeanwhile() {
        mark("C-1", DAY);
        List<Followed> overtaking = new ArrayList<>();
        assertThatThrownBy(() -> first.follow(10, followed -> {
                    cutConnections();
                    assertThat(second.follow(10, overtaking::add)).isEqualTo(1);
                    // Only now the write of the first one would arrive.
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(overtaking).hasSize(1);

        List<Followed> again = new ArrayList<>();
        assertThat(first.follow(10, again::add)).isEqualTo(1);
        assertThat(again.getFirst().days()).containsOnlyKeys("C-1");
        assertThat(again.getFirst().revision())
                .isGreaterThan(overtaking.getFirst().revision());
        assertThat(first.follow(10, again::add)).isZero();
    }

    private int markMany() {
        return jdbc.sql("""
                        insert into dirty_mark (client_id, day)
                        select 'C-' || client, date '2026-01-01' + day
                        from generate_series(1, 400) as client, generate_series(1, 200) as day
                        """).update();
    }

    /** With connections of its own, as each consumer has. */
    private PostgresMarkStore store() {
        DriverManagerDataSource own = database();
        return store(JdbcClient.create(own), new TransactionTemplate(new JdbcTransactionManager(own)));
    }

    private static PostgresMarkStore store(JdbcClient jdbc, TransactionTemplate transaction) {
        return new PostgresMarkStore(jdbc, transaction, new FollowRevisions(jdbc, transaction));
    }

    private DriverManagerDataSource database() {
        return new DriverManagerDataSource(url, "consumo_consumer", "consumo");
    }

    private void mark(String client, LocalDate day) {
        jdbc.sql("insert into dirty_mark (client_id, day) values (:client, :day)")
                .param("client", client)
                .param("day", day)
                .update();
    }

    private void cutConnections() {
        jdbc.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and state = 'idle in transaction'
                        """).query((row, number) -> row.getBoolean(1)).list();
    }
}
