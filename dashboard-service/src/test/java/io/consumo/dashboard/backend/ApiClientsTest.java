package io.consumo.dashboard.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.consumo.dashboard.StubApi;
import io.consumo.dashboard.StubApi.Export;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.text.Texts;
import io.consumo.model.AnomalyType;
import io.consumo.model.Severity;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Session;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.client.RestClient;

class ApiClientsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final StubApi stub = new StubApi(0);
    private final ApiHttp http = new ApiHttp(
            RestClient.builder(),
            new ApiProperties(URI.create(stub.url()), Duration.ofSeconds(3), SILENCE),
            new FailureCounters(new SimpleMeterRegistry()));
    private final SessionClient sessions = new SessionClient(http);
    private final AnomalyClient anomalies = new AnomalyClient(http);
    private final ClientsClient clients = new ClientsClient(http);

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void opensAndEndsASession() {
        Session session = sessions.open("analyst", StubApi.PASSWORD);
        Caller caller = new Caller(session.token(), Texts.ENGLISH);
        assertThat(session.role()).isEqualTo(Session.Role.ANALYST);

        sessions.end(caller);

        assertFails(Kind.UNAUTHORISED, () -> anomalies.newest(caller, 8));
    }

    @Test
    void tellsAWrongPasswordFromTooManyAttempts() {
        assertFails(Kind.UNAUTHORISED, () -> sessions.open("analyst", "wrong"));
        stub.throttled(true);
        assertFails(Kind.THROTTLED, () -> sessions.open("analyst", StubApi.PASSWORD));
    }

    @Test
    void tellsWhatIsNotThere() {
        Caller caller = caller(true);

        assertFails(Kind.NOT_FOUND, () -> anomalies.one(caller, "nonsense"));
    }

    @Test
    void tellsWhenNobodyAnswers() {
        Caller caller = caller(true);
        stub.failing(true);
        assertFails(Kind.UNREACHABLE, () -> anomalies.newest(caller, 8));
        stub.close();
        assertFails(Kind.UNREACHABLE, () -> anomalies.newest(caller, 8));
    }

    @Test
    void asksInTheReadersLanguage() {
        String english = anomalies.one(caller(true), "K0000").explanation().text();
        String spanish = anomalies.one(caller(false), "K0000").explanation().text();

        assertThat(english).startsWith("Consumption");
        assertThat(spanish).startsWith("El consumo");
    }

    @Test
    void passesEveryPartOfAFilter() {
        CaseFilter filter = CaseFilter.of(
                Set.of(AnomalyType.FRAUD, AnomalyType.SPIKE), Set.of(Severity.HIGH), CaseFilter.UNDECIDED);

        assertThat(anomalies.page(caller(true), filter, "score,desc", 0, 50).content())
                .isNotEmpty()
                .allMatch(item -> filter.types().contains(item.type()))
                .extracting(Anomaly::severity)
                .containsOnly(Severity.HIGH);
    }

    @Test
    void searchesForWhateverIsTyped() {
        assertThat(clients.page(caller(true), "00004&size=1", "clientId,asc", 0, 50)
                        .content())
                .isEmpty();
        assertThat(clients.page(caller(true), "C-00004", "clientId,asc", 0, 50).content())
                .hasSize(10);
    }

    @Test
    void handsAnExportOnHoweverLongItTakes() {
        ApiHttp hurried = new ApiHttp(
                RestClient.builder(),
                new ApiProperties(URI.create(stub.url()), SILENCE, SILENCE),
                new FailureCounters(new SimpleMeterRegistry()));
        stub.exports(Export.SLOW);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ClientsClient(hurried).csv(caller(true), "C-000007", DAY, DAY, out);

        assertThat(out.toString(UTF_8).lines()).hasSize(Export.ROWS);
    }

    @ParameterizedTest
    @EnumSource(names = {"BREAKS_LATE", "FALLS_SILENT"})
    void tellsThatAnExportEndedEarly(Export export) {
        Caller caller = caller(true);
        stub.exports(export);

        assertFails(Kind.UNREACHABLE, () -> clients.csv(caller, "C-000007", DAY, DAY, OutputStream.nullOutputStream()));
    }

    @Test
    void takesNobodyWhoWantsNoMoreOfAnExportForAFailureOfTheApi() {
        Caller caller = caller(true);
        OutputStream left = new OutputStream() {
            @Override
            public void write(int next) throws IOException {
                throw new IOException("left");
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> clients.csv(caller, "C-000007", DAY, DAY, left));
    }

    private Caller caller(boolean english) {
        return new Caller(sessions.open("viewer", StubApi.PASSWORD).token(), english ? Texts.ENGLISH : Texts.SPANISH);
    }

    private static void assertFails(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(BackendFailure.class)
                .isThrownBy(call)
                .extracting(BackendFailure::kind)
                .isEqualTo(kind);
    }
}
