package io.consumo.consumer.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.consumo.consumer.ConsumerTest;
import io.consumo.consumer.Internal;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.ReadingTopic;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleSettings;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.RuleSettingsDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

@ConsumerTest
class LiveRulesIT {

    private final LocalDate today = LocalDate.now(ReadingTopic.MADRID);

    @Autowired
    private MongoClient mongo;

    @Autowired
    private MongoDatabaseName database;

    @Autowired
    private Backlog backlog;

    @LocalServerPort
    private int port;

    @AfterEach
    void asShipped() {
        settings().drop();
        Internal.at(port).post("/internal/rules/refresh", "");
    }

    @Test
    void tellsEachThresholdWithItsStandardUnitAndLimits() {
        assertThat(rule("fraud.drop").thresholds())
                .contains(
                        new RuleSettings.Threshold("fallPercent", 38, 38, "%", 1, 100.0),
                        new RuleSettings.Threshold("lastingFallPercent", 34, 34, "%", 1, 38.0),
                        new RuleSettings.Threshold("missingKwh", 1, 1, "kWh", 0.01, null),
                        new RuleSettings.Threshold("bypassDays", 3, 3, "d", 1, null));
        assertThat(rules()).hasSize(7).allMatch(rule -> rule.version() == 0 && rule.enabled());
    }

    @Test
    void refusesAChangeThatMakesNoSenseAndNamesTheThreshold() {
        Internal internal = Internal.at(port);
        assertThat(internal.post("/internal/rules/fraud.drop/check", change("fallPercent", 120))
                        .status())
                .isEqualTo(HttpStatus.BAD_REQUEST.value());
        assertThat(internal.post("/internal/rules/fraud.drop/check", change("fallPercent", 120))
                        .detail())
                .isEqualTo("fallPercent must be from 1.0 to 100.0, was 120.0");
        assertThat(internal.post("/internal/rules/fraud.drop/check", change("bypassDays", 2.5))
                        .detail())
                .startsWith("bypassDays must be a whole number");
        assertThat(internal.post("/internal/rules/fraud.drop/check", change("nothing", 1))
                        .detail())
                .startsWith("nothing is no threshold");
        assertThat(internal.post("/internal/rules/nothing/check", change("fallPercent", 40))
                        .status())
                .isEqualTo(HttpStatus.NOT_FOUND.value());
        assertThat(internal.post("/internal/rules/fraud.drop/check", change("fallPercent", 45))
                        .status())
                .isEqualTo(HttpStatus.NO_CONTENT.value());
    }

    @Test
    void judgesByWhatPeopleChangedFromTheNextReadingOnAndSaysSoInTheCase() {
        store(new RuleSettingsDocument("spike", null, Map.of("singleRisePercent", 900.0), 1, "operator", now(), "why"));
        assertThat(Internal.at(port).post("/internal/rules/refresh", "").status())
                .isEqualTo(HttpStatus.NO_CONTENT.value());
        assertThat(rule("spike").version()).isEqualTo(1);
        assertThat(rule("spike").changedBy()).isEqualTo("operator");
        send("mild", 23, 3);
        send("wild", 400, 3);
        assertThat(cases("mild")).isEmpty();
        assertThat(cases("wild")).singleElement().satisfies(one -> assertThat(one.thresholds())
                .containsEntry("singleRisePercent", 900.0));

        store(new RuleSettingsDocument("spike", false, Map.of(), 2, "operator", now(), null));
        await().until(() -> rule("spike").version() == 2);
        send("wilder", 4000, 3);
        assertThat(cases("wilder")).isEmpty();
    }

    @Test
    void aChangeThatIsNotAllowedAnyMoreLeavesTheRuleAsConfigured() {
        store(new RuleSettingsDocument("spike", false, Map.of("bygone", 1.0), 1, "operator", now(), null));
        Internal.at(port).post("/internal/rules/refresh", "");
        assertThat(rule("spike").enabled()).isTrue();
    }

    /** Four weeks of half a kWh an hour, then one day of so many kWh. */
    private void send(String client, double kwh, int back) {
        try (ReadingTopic topic = new ReadingTopic()) {
            for (int day = back + 28; day >= back; day--) {
                double hourly = day == back ? kwh / 24 : 0.1;
                ReadingTopic.day(client, today.minusDays(day), 1, hour -> hourly)
                        .forEach(topic::send);
            }
            topic.flush();
        }
        await().until(backlog::isEmpty);
    }

    private static RuleChange change(String threshold, double value) {
        return new RuleChange(null, Map.of(threshold, value), null, null);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private RuleSettings rule(String key) {
        return rules().stream()
                .filter(rule -> rule.rule().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<RuleSettings> rules() {
        return List.of(Internal.at(port).get("/internal/rules", RuleSettings[].class));
    }

    private void store(RuleSettingsDocument change) {
        settings().replaceOne(Filters.eq("_id", change.rule()), change, new ReplaceOptions().upsert(true));
    }

    private MongoCollection<RuleSettingsDocument> settings() {
        return mongo.getDatabase(database.value())
                .getCollection(RuleSettingsDocument.COLLECTION, RuleSettingsDocument.class);
    }

    private List<CaseDocument> cases(String client) {
        return mongo.getDatabase(database.value())
                .getCollection(CaseDocument.COLLECTION, CaseDocument.class)
                .find(Filters.eq("clientId", client))
                .into(new ArrayList<>());
    }
}
