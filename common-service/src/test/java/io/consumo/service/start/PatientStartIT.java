package io.consumo.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.consumo.service.start.PatientStart.StartProperties;
import io.consumo.stack.TestStores;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** PostgreSQL ends connections while a service starts. */
class PatientStartIT {

    private final DataSource postgres =
            new DriverManagerDataSource(TestStores.freshPostgres(), "consumo_consumer", "consumo");
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void migratesOnceConnectionsHold() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(StartAutoConfiguration.class, FlywayAutoConfiguration.class))
                .withBean(DataSource.class, () -> endingConnections(2))
                .withPropertyValues(
                        "consumo.patient-start.again=5ms",
                        "spring.flyway.default-schema=consumption",
                        "spring.flyway.create-schemas=false")
                .run(service -> assertThat(service).hasNotFailed());

        assertThat(JdbcClient.create(postgres)
                        .sql("select count(*) from consumption.begun")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** It was taken for milliseconds once: on a busy machine, services ended for good. */
    @Test
    void itsPatienceIsNotThatOfTheStartScript() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(StartAutoConfiguration.class))
                .withInitializer(service -> service.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "script-systemEnvironment", Map.of("CONSUMO_START_PATIENCE", "900"))))
                .run(service -> assertThat(service.getBean(StartProperties.class))
                        .isEqualTo(new StartProperties(Duration.ofMinutes(5), Duration.ofSeconds(1))));
    }

    @Test
    void triesAgainOnlyWhatFailedForWantOfAConnection() {
        PatientStart patient = patient(Duration.ofMinutes(1));
        JdbcClient jdbc = JdbcClient.create(endingConnections(3));

        patient.run(() -> ask(jdbc, "select 1"));
        assertThat(tries).hasValue(4);

        assertThatThrownBy(() -> patient.run(() -> ask(jdbc, "select 1 from nothing")))
                .isInstanceOf(BadSqlGrammarException.class);
        assertThat(tries).hasValue(5);
    }

    /** What the pool tells of it has no state, other than what the server or the driver tells. */
    @Test
    void triesAgainWhereThePoolHasClosedAConnectionThatBroke() {
        patient(Duration.ofMinutes(1)).run(() -> {
            if (tries.incrementAndGet() == 1) {
                useClosedConnection();
            }
        });
        assertThat(tries).hasValue(2);
    }

    private void useClosedConnection() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(postgres);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection connection = pool.getConnection()) {
            end(connection);
            assertThatThrownBy(() -> connection.createStatement().execute("select 1"))
                    .isInstanceOf(SQLException.class);
            connection.getMetaData();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On a machine so busy that even a first connection takes longer than the pool waits for it. */
    @Test
    void triesAgainWhereThePoolHasNotConnectedInTime() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + mute.getLocalPort() + "/consumo");
            config.setConnectionTimeout(250);
            config.setInitializationFailTimeout(-1);
            try (HikariDataSource pool = new HikariDataSource(config)) {
                patient(Duration.ofMinutes(1)).run(() -> {
                    if (tries.incrementAndGet() < 3) {
                        Flyway.configure().dataSource(pool).load().migrate();
                    }
                });
            }
        }
        assertThat(tries).hasValue(3);
    }

    @Test
    void givesUpOneDay() {
        JdbcClient jdbc = JdbcClient.create(endingConnections(Integer.MAX_VALUE));

        assertThatThrownBy(() -> patient(Duration.ofMillis(300)).run(() -> ask(jdbc, "select 1")))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private static PatientStart patient(Duration patience) {
        return new PatientStart(new StartProperties(patience, Duration.ofMillis(5)));
    }

    private void ask(JdbcClient jdbc, String sql) {
        tries.incrementAndGet();
        jdbc.sql(sql).query(Integer.class).single();
    }

    private void end(Connection connection) throws SQLException {
        try (Connection other = postgres.getConnection();
                var end = other.prepareStatement("select pg_terminate_backend(?)")) {
            end.setInt(1, connection.unwrap(PGConnection.class).getBackendPID());
            end.execute();
        }
    }

    /** The first ones are ended by the server after they were given out. */
    private DataSource endingConnections(int first) {
        AtomicInteger left = new AtomicInteger(first);
        return new DelegatingDataSource(postgres) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                if (left.getAndDecrement() > 0) {
                    end(connection);
                }
                return connection;
            }
        };
    }
}
