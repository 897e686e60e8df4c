package io.consumo.dashboard.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.consumo.dashboard.StubApi;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.text.Texts;
import io.consumo.model.AnomalyType;
import io.consumo.model.Severity;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Session;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

class ApiClientsTest {

    private final StubApi stub = new StubApi(0);
    private final ApiHttp http = new ApiHttp(
            RestClient.builder(),
            new ApiProperties(URI.create(stub.url()), Duration.ofSeconds(3)),
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
