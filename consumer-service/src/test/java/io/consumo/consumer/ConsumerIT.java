package io.consumo.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.consumo.consumer.detection.Backlog;
import io.consumo.consumer.detection.WatchSilence;
import io.consumo.consumer.garbage.Garbage;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Precedence;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.model.Topics;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import io.consumo.model.store.MonthDocument;
import io.consumo.model.store.StoredDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ConsumerTest
class ConsumerIT {

    private final LocalDate today = LocalDate.now(ReadingTopic.MADRID);
    private final ReadingTopic topic = new ReadingTopic();

    @Autowired
    private Backlog backlog;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MongoClient mongo;

    @Autowired
    private MongoDatabaseName database;

    @Autowired
    private WatchSilence watchSilence;

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void storesADayAndItsMonthExactlyWhateverTheOrderAndHoweverOften() {
        LocalDate day = LocalDate.of(2026, 10, 25);
        List<Reading> readings = new ArrayList<>(ReadingTopic.day("order", day, 5, hour -> 0.1001 * hour));
        readings.addAll(ReadingTopic.day("order", day, 4, hour -> 99));
        readings.addAll(List.copyOf(readings));
        Collections.shuffle(readings, new Random(1));
        readings.forEach(topic::send);
        awaitAllFollowed();

        // 25 hours, the second hour twice.
        long exact = readings.stream()
                .filter(reading -> reading.revision() == 5)
                .distinct()
                .mapToLong(reading -> reading.energy().tenthsOfWattHour())
                .sum();
        assertThat(total("order", day)).isEqualTo(exact);
        MonthDocument month = month("order", "2026-10");
        assertThat(month.total()).isEqualTo(exact);
        assertThat(month.days().byNumber()).hasSize(1);
        assertThat(month.days().byNumber().get(day.getDayOfMonth()).readings()).isEqualTo(25);
        assertThat(month.night() + month.morning() + month.afternoon() + month.evening())
                .isEqualTo(exact);
    }

    @Test
    void aDuplicateLeavesTheRowAsOldAsItWas() {
        LocalDate day = today.minusDays(4);
        List<Reading> readings = ReadingTopic.day("twice", day, 1, hour -> 1);
        readings.forEach(topic::send);
        awaitAllFollowed();
        Object before = updatedAt("twice", day);
        readings.forEach(topic::send);
        awaitAllFollowed();
        assertThat(updatedAt("twice", day)).isEqualTo(before);
        topic.send(ReadingTopic.day("twice", day, 2, hour -> 1).getLast());
        awaitAllFollowed();
        assertThat(updatedAt("twice", day)).isNotEqualTo(before);
    }

    private Object updatedAt(String client, LocalDate day) {
        return jdbc.sql("select updated_at from daily_consumption where client_id = :client and day = :day")
                .param("client", client)
                .param("day", day)
                .query()
                .singleValue();
    }

    @Test
    void anEstimateNeverReplacesAMeasuredValue() {
        LocalDate day = today.minusDays(3);
        Reading measured = ReadingTopic.day("estimate", day, 1, hour -> 1).getFirst();
        topic.send(measured);
        topic.send(new Reading(
                measured.clientId(), measured.start(), measured.length(), new Energy(7), Quality.ESTIMATED, 999));
        awaitAllFollowed();
        assertThat(total("estimate", day)).isEqualTo(10_000);
    }

    @Test
    void buriesWhatHoldsNoReadingWithItsReasonAndStoresTheRest() {
        LocalDate day = today.minusDays(2);
        List<Reading> good = ReadingTopic.day("good", day, 1, hour -> 1);
        for (Reading reading : good) {
            topic.send(reading);
            topic.send("bad", "rubbish".getBytes(UTF_8));
            topic.send("bad", "{\"clientId\":\"bad\",\"start\":\"yesterday\",\"kwh\":1}".getBytes(UTF_8));
        }
        awaitAllFollowed();
        assertThat(total("good", day)).isEqualTo(good.size() * 10_000L);
        assertThat(ReadingTopic.read(Topics.READINGS_DEAD, 2 * good.size()))
                .hasSize(2 * good.size())
                .extracting(record -> new String(
                        record.headers().lastHeader(Topics.DEAD_REASON).value(), UTF_8))
                .allMatch(reason -> reason.equals("value: is not JSON") || reason.startsWith("start: must be an ISO"));
    }

    @Test
    void opensACaseWithinTwoSecondsOfTheReadingThatCompletesIt() {
        for (int back = 28; back > 0; back--) {
            ReadingTopic.day("spiking", today.minusDays(back), 1, hour -> 0.3 + 0.01 * hour)
                    .forEach(topic::send);
        }
        awaitAllFollowed();
        assertThat(cases("spiking")).isEmpty();

        Reading huge =
                ReadingTopic.day("spiking", today.minusDays(1), 2, hour -> 60).getFirst();
        topic.send(huge);
        await().atMost(Duration.ofSeconds(2)).until(() -> !cases("spiking").isEmpty());
        CaseDocument spike = cases("spiking").getFirst();
        assertThat(spike.type()).isEqualTo(AnomalyType.SPIKE);
        assertThat(spike.firstDay()).isEqualTo(today.minusDays(1).toString());
        assertThat(spike.evidence()).isNotEmpty();
        await().until(() ->
                month("spiking", today.minusDays(1).toString().substring(0, 7)).score() == spike.score());
        assertThat(ReadingTopic.read(Topics.ANOMALIES, 1))
                .anySatisfy(event ->
                        assertThat(new String(event.value(), UTF_8)).contains("\"kind\":\"OPENED\"", spike.id()));

        // The correction of the correction: the case no longer stands.
        topic.send(
                ReadingTopic.day("spiking", today.minusDays(1), 3, hour -> 0.3).getFirst());
        await().atMost(Duration.ofSeconds(5)).until(() -> cases("spiking").isEmpty());
    }

    @Test
    void aCaseThatPeopleDecidedIsNotWithdrawn() {
        for (int back = 28; back > 0; back--) {
            double kwh = back == 1 ? 40 : 0.5;
            ReadingTopic.day("decided", today.minusDays(back), 1, hour -> kwh).forEach(topic::send);
        }
        awaitAllFollowed();
        String id = cases("decided").getFirst().id();
        mongo.getDatabase(database.value())
                .getCollection(DecisionDocument.COLLECTION)
                .insertOne(new Document("_id", id).append("status", "CONFIRMED"));
        ReadingTopic.day("decided", today.minusDays(1), 2, hour -> 0.5).forEach(topic::send);
        awaitAllFollowed();
        assertThat(cases("decided")).extracting(CaseDocument::id).containsExactly(id);
    }

    @Test
    void tellsOfAClientThatFellSilentAndThatItIsHeardAgain() {
        for (int client = 0; client < 20; client++) {
            int last = client == 0 ? 6 : 1;
            for (int back = 10; back >= last; back--) {
                ReadingTopic.day("silence-" + client, today.minusDays(back), 1, hour -> 0.5)
                        .forEach(topic::send);
            }
        }
        awaitAllFollowed();
        watchSilence.watch();
        assertThat(cases("silence-0")).singleElement().satisfies(one -> {
            assertThat(one.type()).isEqualTo(AnomalyType.SILENT);
            assertThat(one.firstDay()).isEqualTo(today.minusDays(5).toString());
            assertThat(one.status()).isEqualTo(CaseStatus.OPEN);
        });
        assertThat(cases("silence-1")).isEmpty();

        // Its last days leave the window, which tells nothing new of it.
        jdbc.sql("delete from daily_consumption where client_id = 'silence-0'").update();
        watchSilence.watch();
        assertThat(cases("silence-0")).extracting(CaseDocument::status).containsExactly(CaseStatus.OPEN);

        ReadingTopic.day("silence-0", today.minusDays(1), 1, hour -> 0.5).forEach(topic::send);
        awaitAllFollowed();
        watchSilence.watch();
        assertThat(cases("silence-0")).extracting(CaseDocument::status).containsExactly(CaseStatus.CLEARED);
    }

    @Test
    void filesReadingsOfASealedDayAsideAndLeavesTheDayAlone() {
        LocalDate sealed = today.minusDays(40);
        List<Reading> before = ReadingTopic.day("late", sealed, 1, hour -> 1);
        before.forEach(topic::send);
        awaitAllFollowed();
        jdbc.sql("update day_state set sealed_at = now() where day = :day")
                .param("day", sealed)
                .update();
        ReadingTopic.day("late", sealed, 2, hour -> 2).forEach(topic::send);
        ReadingTopic.day("late", sealed.plusDays(1), 2, hour -> 3).forEach(topic::send);
        awaitAllFollowed();
        assertThat(total("late", sealed)).isEqualTo(before.size() * 10_000L);
        assertThat(total("late", sealed.plusDays(1)))
                .isEqualTo(ReadingTopic.day("late", sealed.plusDays(1), 2, hour -> 3)
                                .size()
                        * 30_000L);
        assertThat(jdbc.sql("select sum(energy) from late_reading where client_id = 'late' and day = :day")
                        .param("day", sealed)
                        .query(Long.class)
                        .single())
                .isEqualTo(before.size() * 20_000L);
    }

    @Test
    void aDayThatChangedInTheArchiveCorrectsItsMonthAndLeavesItsCasesAlone() {
        LocalDate archived = today.minusDays(50);
        for (int back = 80; back > 30; back--) {
            double kwh = back == 50 ? 40 : 0.5;
            ReadingTopic.day("archived", today.minusDays(back), 1, hour -> kwh).forEach(topic::send);
        }
        awaitAllFollowed();
        List<CaseDocument> before = cases("archived");
        assertThat(before).hasSize(1);
        jdbc.sql("delete from daily_consumption where client_id = 'archived' and day < :day")
                .param("day", today.minusDays(40))
                .update();

        DaySlots slots = DaySlots.empty(
                IntervalLength.HOUR, new DayGrid(archived, ReadingTopic.MADRID, IntervalLength.HOUR).slots());
        for (int slot = 0; slot < slots.size(); slot++) {
            slots.put(slot, 7_000, Precedence.rank(Quality.MEASURED, 2));
        }
        topic.sendArchived(StoredDay.of("archived", archived, List.of(slots)));
        String name = YearMonth.from(archived).toString();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> month("archived", name)
                                .days()
                                .byNumber()
                                .get(archived.getDayOfMonth())
                                .total()
                        == slots.size() * 7_000L);
        assertThat(cases("archived")).isEqualTo(before);
    }

    /** The archiver may have told days that wait in the topic when their client is erased. */
    @Test
    void aDayThatChangedInTheArchiveBeforeItsClientWasErasedIsForgotten() {
        jdbc.sql("select erase_client('archived-erased')").query(Long.class).single();
        StoredDay before = archivedDay("archived-erased", LocalDate.of(2026, 2, 10));
        topic.sendArchived(before, Instant.now().minusSeconds(60));
        topic.sendArchived(
                archivedDay("archived-erased", LocalDate.of(2026, 3, 10)),
                Instant.now().plusSeconds(60));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(month("archived-erased", "2026-03").total()).isEqualTo(24_000));
        assertThat(mongo.getDatabase(database.value())
                        .getCollection(MonthDocument.COLLECTION, MonthDocument.class)
                        .find(Filters.eq("clientId", "archived-erased"))
                        .map(MonthDocument::month)
                        .into(new ArrayList<>()))
                .containsExactly("2026-03");
        jdbc.sql("delete from erased_client").update();
    }

    private static StoredDay archivedDay(String clientId, LocalDate day) {
        DaySlots slots = DaySlots.empty(IntervalLength.HOUR, 24);
        for (int slot = 0; slot < 24; slot++) {
            slots.put(slot, 1_000, Precedence.rank(Quality.MEASURED, 2));
        }
        return StoredDay.of(clientId, day, List.of(slots));
    }

    @Test
    void takesADayOfTheArchiveWhateverLiesBeforeIt() {
        StoredDay good = archivedDay("archived-late", LocalDate.of(2026, 3, 10));
        String json = new JsonMapper().writeValueAsString(good);
        Random random = new Random(7);
        topic.sendArchived("none", null);
        Stream.of(
                        "",
                        "null",
                        "{}",
                        "[]",
                        "{\"clientId\":\"a\",\"day\":\"2026-03-10\"}",
                        "{\"clientId\":\"a\",\"day\":\"2026-03-10\",\"lengths\":[]}",
                        "{\"clientId\":\"a\",\"day\":\"2026-03-10\",\"lengths\":[null]}",
                        "{\"clientId\":\"a\",\"day\":\"2026-03-10\",\"lengths\":[{\"minutes\":60}]}",
                        json.replace("archived-late", "\\u0000"),
                        json.replace("archived-late", " "),
                        json.replace("2026-03-10", "+999999999-12-31"),
                        json.replace("2026-03-10", "2026-03-29"),
                        json.replace("\"minutes\":60", "\"minutes\":7"),
                        json.replace("1000", "-1"),
                        json.replace("[1000,", "["))
                .forEach(value -> topic.sendArchived("any", value.getBytes(UTF_8)));
        for (int mutant = 0; mutant < 500; mutant++) {
            byte[] value = json.replace("archived-late", "archived-mutant").getBytes(UTF_8);
            value[random.nextInt(value.length)] = (byte) random.nextInt(256);
            topic.sendArchived("any", value);
            topic.sendArchived("any", Garbage.next(random));
        }
        topic.sendArchived(good);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(month("archived-late", "2026-03").total()).isEqualTo(24_000));
    }

    /** All that was sent is stored and followed up. */
    private void awaitAllFollowed() {
        topic.flush();
        await().atMost(Duration.ofSeconds(30)).until(backlog::isEmpty);
    }

    private long total(String client, LocalDate day) {
        return jdbc.sql("""
                        select coalesce(sum(value), 0)
                        from daily_consumption, unnest(energy) as value
                        where client_id = :client and day = :day
                        """)
                .param("client", client)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private MonthDocument month(String client, String month) {
        MonthDocument found = mongo.getDatabase(database.value())
                .getCollection(MonthDocument.COLLECTION, MonthDocument.class)
                .find(Filters.eq("_id", MonthDocument.idOf(client, month)))
                .first();
        assertThat(found).as(client + " " + month).isNotNull();
        return found;
    }

    private List<CaseDocument> cases(String client) {
        MongoCollection<CaseDocument> cases =
                mongo.getDatabase(database.value()).getCollection(CaseDocument.COLLECTION, CaseDocument.class);
        return cases.find(Filters.eq("clientId", client)).into(new ArrayList<>());
    }
}
