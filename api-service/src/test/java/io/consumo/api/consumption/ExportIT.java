package io.consumo.api.consumption;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.api.Http;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.api.export.ExportProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** An export of more than what fits between the server and a reader that is slow. */
@OnThrowawayStores
class ExportIT {

    private static final int CLIENTS = 1_500;
    private static final int DAYS = 30;
    private static final String RANGE = "from=2026-03-01&to=2026-03-30";

    private static final String OPEN_EXPORTS = """
            select count(*) from pg_stat_activity
            where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()
              and query like '%order by day, client_id, minutes%'
            """;

    private static final String END_EXPORTS = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and query like '%order by day, client_id, minutes%'
            """;

    @Autowired
    Http http;

    @Autowired
    ExportProperties settings;

    @Autowired
    Stored stored;

    @Autowired
    Environment environment;

    @BeforeEach
    void store() {
        stored.sql("select consumption.ensure_partition(day::date)"
                + " from generate_series(date '2026-03-01', date '2026-03-30', interval '1 day') day");
        stored.sql("""
                insert into consumption.daily_consumption (client_id, day, minutes, energy, rank)
                select rpad('exported-' || client, 60, '-'), day, 60,
                       array_fill(1000, array[24]), array_fill(1::bigint, array[24])
                from generate_series(1, %d) client,
                     generate_series(date '2026-03-01', date '2026-03-30', interval '1 day') day
                """.formatted(CLIENTS));
    }

    @AfterEach
    void forget() {
        stored.sql("delete from consumption.daily_consumption where client_id like 'exported-%'");
    }

    @Test
    void isReadFromTheStoreOnlyAsFastAsItIsTaken() throws IOException, SQLException {
        try (Socket socket = new Socket()) {
            BufferedReader answer = begun(socket, "HTTP/1.0");

            assertThat(openExports()).isEqualTo(1);
            assertThat(answer.lines().count()).isEqualTo((long) CLIENTS * DAYS - 1);
            assertThat(openExports()).isZero();
        }
    }

    /** A chunk of no bytes is the end of an answer that is whole. */
    @Test
    void aReaderSeesThatATableEndedEarly() throws IOException, SQLException {
        try (Socket socket = new Socket()) {
            BufferedReader answer = begun(socket, "HTTP/1.1");

            assertThat(asApi(END_EXPORTS)).isEqualTo(1);

            List<String> rest =
                    answer.lines().takeWhile(line -> !line.equals("0")).toList();
            assertThat(rest).hasSizeLessThan(CLIENTS * DAYS);
            assertThat(rest).noneMatch(line -> line.contains("{"));
            assertThat(answer.readLine())
                    .as("after the connection was broken off")
                    .isNull();
        }
    }

    @Test
    void slowReadersLeaveConnectionsToTheOthers() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int place = 0; place < settings.atOnce(); place++) {
                Socket socket = new Socket();
                slow.add(socket);
                begun(socket, "HTTP/1.0");
            }
            Http.Answer refused = http.get("/api/v1/daily.csv?day=2026-03-01");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("type").asString()).isEqualTo("urn:consumo:problem:overloaded");
            assertThat(refused.header("Retry-After")).isNotNull();
            assertThat(http.get("/api/v1/daily?day=2026-03-01").status()).isEqualTo(200);
        } finally {
            for (Socket one : slow) {
                one.close();
            }
        }
        await().until(() -> http.get("/api/v1/daily.csv?day=2026-03-01").status() == 200);
    }

    /** Has asked for the table and read its first row; the rest waits. */
    private BufferedReader begun(Socket socket, String version) throws IOException {
        socket.setReceiveBufferSize(4096);
        URI server = http.address("/");
        socket.connect(new InetSocketAddress(InetAddress.getByName(server.getHost()), server.getPort()));
        socket.getOutputStream()
                .write("""
                        GET /api/v1/daily.csv?%s %s\r
                        Host: localhost\r
                        Authorization: %s\r
                        \r
                        """.formatted(RANGE, version, Http.basic("viewer")).getBytes(US_ASCII));
        BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        String line = answer.readLine();
        while (!line.startsWith("exported-")) {
            line = answer.readLine();
        }
        return answer;
    }

    private int openExports() throws SQLException {
        return asApi(OPEN_EXPORTS);
    }

    private int asApi(String count) throws SQLException {
        String postgres = environment.getRequiredProperty("CONSUMO_POSTGRES_URL");
        try (var connection = DriverManager.getConnection(postgres, "consumo_api", "consumo");
                var statement = connection.createStatement();
                var found = statement.executeQuery(count)) {
            found.next();
            return found.getInt(1);
        }
    }
}
