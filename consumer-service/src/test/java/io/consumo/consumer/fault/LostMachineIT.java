package io.consumo.consumer.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.ReadingTopic;
import io.consumo.consumer.StoredState;
import io.consumo.model.Reading;
import io.consumo.stack.TestStores;
import io.consumo.stack.fault.Link;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A consumer's machine is lost in the midst of a transaction, and nobody tells PostgreSQL, which holds on to its locks. */
class LostMachineIT {

    private static final String TRANSACTIONS_LEFT_OPEN = """
            select count(*) from pg_stat_activity
            where datname = current_database() and state like 'idle in transaction%' and xact_start < now() - interval '1 s'
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String postgresUrl = TestStores.freshPostgres();
    private final String mongoUri = TestStores.freshMongo();
    private final JdbcClient postgres =
            JdbcClient.create(new DriverManagerDataSource(postgresUrl, "consumo_consumer", "consumo"));

    @BeforeEach
    void renewTopics() {
        ReadingTopic.renew();
    }

    @Test
    void itsClientsAreFollowedByAnotherAllTheSame() throws Exception {
        Path logs = Files.createDirectories(Path.of("target", "faults"));
        String address = postgresUrl.split("/", -1)[2];
        List<Reading> readings = TroubledStream.of("lost-", 30, 1);
        try (Link link = Link.to("PostgreSQL", address);
                ConsumerProcess lost = new ConsumerProcess(
                        logs.resolve("lost.log"), settings(postgresUrl.replace(address, link.address())));
                ConsumerProcess other = new ConsumerProcess(logs.resolve("other.log"), settings(postgresUrl));
                ReadingTopic topic = new ReadingTopic()) {
            readings.forEach(topic::send);
            topic.flush();
            lost.restart();
            loseInTheMidstOfATransaction(link, lost);

            other.restart();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> other.left()
                    .isEmpty());
        }
        StoredState stored = StoredState.of(postgresUrl, mongoUri, "lost-");
        assertThat(stored.rows()).isEqualTo(Accepted.of(readings).rows());
        assertThat(stored.monthTotals()).isEqualTo(Accepted.of(readings).months());
    }

    private List<String> settings(String url) {
        return Stream.concat(
                        ConsumerSettings.of(TestStores.kafka(), url, mongoUri).stream(),
                        Stream.of("--consumo.stores.postgres-idle=5s"))
                .toList();
    }

    /** The transaction ends when it is caught between two statements only. */
    private void loseInTheMidstOfATransaction(Link link, ConsumerProcess consumer) {
        await("some is stored")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> count("select count(*) from dirty_mark") > 0);
        await("a transaction stays open")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    link.freeze();
                    boolean isOpen = leftOpen();
                    if (!isOpen) {
                        link.thaw();
                    }
                    return isOpen;
                });
        consumer.kill();
    }

    private boolean leftOpen() {
        try {
            await().atMost(Duration.ofSeconds(3)).until(() -> count(TRANSACTIONS_LEFT_OPEN) > 0);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private long count(String sql) {
        return postgres.sql(sql).query(Long.class).single();
    }
}
