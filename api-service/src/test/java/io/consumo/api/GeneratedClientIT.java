package io.consumo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoDatabase;
import io.consumo.api.anomalies.Cases;
import io.consumo.client.ApiClient;
import io.consumo.client.ApiException;
import io.consumo.client.api.AnomaliesApi;
import io.consumo.client.api.ClientsApi;
import io.consumo.client.api.ReadingsApi;
import io.consumo.client.model.Anomaly;
import io.consumo.client.model.AnomalyType;
import io.consumo.client.model.CaseDecision;
import io.consumo.client.model.CaseStatus;
import io.consumo.client.model.ClientSummary;
import io.consumo.client.model.PageAnomaly;
import io.consumo.client.model.Reading;
import io.consumo.client.model.ReadingsAccepted;
import io.consumo.model.IntervalLength;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What another system does with a client that was generated from the document. */
@OnThrowawayStores
class GeneratedClientIT {

    private static final String ENGLISH = "en";

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Autowired
    MongoDatabase mongo;

    private ApiClient client;

    @BeforeEach
    void connect() {
        client = new ApiClient();
        client.updateBaseUri(http.address("").toString());
        client.setRequestInterceptor(request -> request.header("Authorization", Http.basic("operator")));
    }

    /** Other tests share the stores. */
    @BeforeEach
    @AfterEach
    void forget() {
        mongo.getCollection("anomalies").deleteMany(new Document());
        mongo.getCollection("case_decisions").deleteMany(new Document());
    }

    @Test
    void listsClients() throws ApiException {
        stored.day("generated-1", LocalDate.of(2026, 11, 20), IntervalLength.HOUR, slot -> 10_000);

        List<ClientSummary> found = new ClientsApi(client)
                .listClients("generated-", "clientId,asc", 0, 10)
                .getContent();

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.getClientId()).isEqualTo("generated-1");
            assertThat(one.getFirstDay()).isEqualTo("2026-11-20");
            assertThat(one.getAverageDailyKwh()).isEqualByComparingTo("24");
        });
    }

    @Test
    void pagesCasesAndConfirmsOne() throws ApiException {
        AnomaliesApi cases = new AnomaliesApi(client);
        stored.anomaly(Cases.drop("generated-drop", "generated-1", TestClock.START));
        stored.anomaly(Cases.spike("generated-spike", "generated-2", TestClock.START));

        PageAnomaly first = page(cases, 0);
        PageAnomaly second = page(cases, 1);

        assertThat(first.getPage().getTotalPages()).isEqualTo(2);
        assertThat(List.of(first, second))
                .flatMap(PageAnomaly::getContent)
                .map(Anomaly::getId)
                .containsExactly("generated-spike", "generated-drop");
        Anomaly drop = cases.getAnomaly("generated-drop", ENGLISH);
        assertThat(drop.getExpectedRecovery()).isEqualByComparingTo("66");
        assertThat(drop.getEvidence().getLast().getObservedKwh()).isNull();
        assertThat(confirmed(cases, drop.getVersion()).getStatus()).isEqualTo(CaseStatus.CONFIRMED);
        assertThat(catchThrowableOfType(ApiException.class, () -> confirmed(cases, drop.getVersion())))
                .extracting(ApiException::getCode)
                .isEqualTo(412);
    }

    private static PageAnomaly page(AnomaliesApi cases, int number) throws ApiException {
        return cases.listAnomalies(
                Set.of(AnomalyType.FRAUD, AnomalyType.SPIKE),
                Set.of(CaseStatus.OPEN),
                null,
                null,
                null,
                null,
                null,
                "score,desc",
                number,
                1,
                ENGLISH);
    }

    private static Anomaly confirmed(AnomaliesApi cases, int version) throws ApiException {
        return cases.decideAnomaly(
                "generated-drop",
                new CaseDecision()
                        .status(CaseStatus.CONFIRMED)
                        .comment("A bypass")
                        .version(version),
                ENGLISH);
    }

    @Test
    void importsReadings() throws ApiException {
        OffsetDateTime start = OffsetDateTime.parse("2026-11-24T10:00:00+01:00");

        ReadingsAccepted accepted = new ReadingsApi(client)
                .sendReadings(
                        List.of(
                                new Reading()
                                        .clientId("generated-3")
                                        .start(start)
                                        .kwh(new BigDecimal("0.412")),
                                new Reading()
                                        .clientId("generated-3")
                                        .start(start.plusMinutes(7))
                                        .kwh(BigDecimal.ONE)),
                        "generated-key");

        assertThat(accepted.getAccepted()).isEqualTo(1);
        assertThat(accepted.getRejected()).singleElement().satisfies(one -> {
            assertThat(one.getIndex()).isEqualTo(1);
            assertThat(one.getField()).isEqualTo("start");
        });
    }
}
