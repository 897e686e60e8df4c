package io.consumo.consumer.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.consumo.consumer.ConsumerTest;
import io.consumo.consumer.Internal;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.ReadingTopic;
import io.consumo.model.AnomalyType;
import io.consumo.model.api.ClientBaseline;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.ClientDecisionDocument;
import io.consumo.model.store.ClientDecisionDocument.Excepted;
import io.consumo.model.store.ClientDecisionDocument.Rebaselined;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

@ConsumerTest
class ClientDecisionsIT {

    private final LocalDate today = LocalDate.now(ReadingTopic.MADRID);

    @Autowired
    private MongoClient mongo;

    @Autowired
    private MongoDatabaseName database;

    @Autowired
    private Backlog backlog;

    @LocalServerPort
    private int port;

    @Test
    void whatTheNewNormalExplainsIsWithdrawnAndComesBackWhenItIsTakenBack() {
        send("smaller", 70, 8, 0.02);
        assertThat(cases("smaller")).hasSize(1);
        assertThat(baseline("smaller").since()).isNull();
        List<CaseDocument> before = cases("smaller");

        LocalDate from = LocalDate.parse(before.getFirst().firstDay());
        decide(new ClientDecisionDocument(
                "smaller", new Rebaselined(from.toString(), "machine sold", "analyst", Instant.EPOCH), null));
        assertThat(cases("smaller")).isEmpty();
        ClientBaseline told = baseline("smaller");
        assertThat(told.since()).isEqualTo(from);
        assertThat(told.acceptedDays()).isEqualTo(8);
        assertThat(told.neededDays()).isEqualTo(14);
        assertThat(told.weekday()).as("too little is known").isEmpty();

        decide(new ClientDecisionDocument("smaller", null, null));
        assertThat(cases("smaller"))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("openedAt", "updatedAt", "revision")
                .isEqualTo(before);
    }

    @Test
    void anExceptionRaisesNoCaseOfItsTypesUntilItsEnd() {
        send("known", 40, 8, 0.02);
        assertThat(cases("known")).hasSize(1);
        decide(excepted("known", List.of(AnomalyType.SPIKE), null));
        assertThat(cases("known")).as("of another type").hasSize(1);
        decide(excepted("known", List.of(AnomalyType.FRAUD), today));
        assertThat(cases("known")).isEmpty();
        decide(excepted("known", List.of(), today.minusDays(3)));
        assertThat(cases("known")).as("it outlasts the exception").hasSize(1);
        decide(excepted("known", List.of(), null));
        assertThat(cases("known")).isEmpty();
    }

    @Test
    void tellsWhatIsNormalHourByHour() {
        send("ordinary", 40, 0, 1);
        ClientBaseline told = baseline("ordinary");
        assertThat(told.on()).isEqualTo(today);
        assertThat(told.weekday()).hasSize(24).allSatisfy(hour -> {
            assertThat(hour.kwh()).isEqualTo(0.5);
            assertThat(hour.lowKwh()).isLessThanOrEqualTo(hour.kwh());
        });
        assertThat(told.months()).isNotEmpty().allMatch(month -> month.dailyKwh() > 11);
        assertThat(Internal.at(port).get("/internal/clients/nobody/baseline").status())
                .isEqualTo(HttpStatus.NOT_FOUND.value());
    }

    private ClientBaseline baseline(String client) {
        return Internal.at(port).get("/internal/clients/" + client + "/baseline", ClientBaseline.class);
    }

    private static ClientDecisionDocument excepted(String client, List<AnomalyType> types, @Nullable LocalDate until) {
        return new ClientDecisionDocument(
                client,
                null,
                new Excepted(types, until == null ? null : until.toString(), "known", "analyst", Instant.EPOCH));
    }

    private void decide(ClientDecisionDocument decision) {
        mongo.getDatabase(database.value())
                .getCollection(ClientDecisionDocument.COLLECTION, ClientDecisionDocument.class)
                .replaceOne(Filters.eq("_id", decision.clientId()), decision, new ReplaceOptions().upsert(true));
        assertThat(Internal.at(port)
                        .post("/internal/clients/" + decision.clientId() + "/rejudge", "")
                        .status())
                .isEqualTo(HttpStatus.ACCEPTED.value());
        await().until(backlog::isEmpty);
    }

    /** Days up to yesterday, the last ones of them changed. */
    private void send(String client, int days, int changed, double factor) {
        try (ReadingTopic topic = new ReadingTopic()) {
            for (int back = days; back > 0; back--) {
                double hourly = back <= changed ? 0.5 * factor : 0.5;
                ReadingTopic.day(client, today.minusDays(back), 1, hour -> hourly)
                        .forEach(topic::send);
            }
            topic.flush();
        }
        await().until(backlog::isEmpty);
    }

    private List<CaseDocument> cases(String client) {
        return mongo.getDatabase(database.value())
                .getCollection(CaseDocument.COLLECTION, CaseDocument.class)
                .find(Filters.eq("clientId", client))
                .into(new ArrayList<>());
    }
}
