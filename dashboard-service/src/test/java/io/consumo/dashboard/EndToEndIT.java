package io.consumo.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.consumo.model.AnomalyType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system as a user starts it: a reading in, its case out over HTTP, and seen on the page. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndIT {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final String CLIENT = "E2E-1";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private static Installation installation;
    private static Browser browser;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        installation = new Installation(folder);
        assertThat(installation.run("--local")).as(installation::said).isZero();
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        HttpResponse<InputStream> listening = HttpClient.newHttpClient()
                .send(request("/anomalies/stream").build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(listening.statusCode()).isEqualTo(200);
        assertThat(installation.run("stop")).as("./start.sh stop").isZero();
        assertThat(installation.said()).as("parts that did not end in time").doesNotContain("is killed");
        assertThat(installation.log("api")).doesNotContain("aborted with one or more requests still active");
        listening.body().close();
        assertThat(installation.run("status")).as("status of what was stopped").isNotZero();
    }

    @Test
    @Order(1)
    void theDemoHistoryIsThereWithAnAnomalyOfEachType() throws Exception {
        assertThat(installation.run("status")).as("./start.sh status").isZero();
        // The API's figures are some seconds old.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode overview = get("/overview");
            assertThat(overview.get("clients").asInt()).isGreaterThanOrEqualTo(50);
            assertThat(overview.get("stores").values())
                    .allMatch(status -> status.stringValue().equals("UP"));
        });
        // Silence shows once the meters that live have reported today.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Set<AnomalyType> found = get("/anomalies?size=500").get("content").values().stream()
                    .map(one -> AnomalyType.valueOf(one.get("type").stringValue()))
                    .collect(Collectors.toSet());
            assertThat(found).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(AnomalyType.class));
        });
    }

    @Test
    @Order(2)
    void aReadingBecomesACaseAndIsSeenOnThePageWithoutAReload() throws Exception {
        LocalDate yesterday = LocalDate.now(MADRID).minusDays(1);
        StringBuilder history = new StringBuilder();
        for (int back = 28; back > 0; back--) {
            for (int hour = 0; hour < 24; hour++) {
                history.append(reading(yesterday.minusDays(back), hour, 0.2 + 0.01 * hour));
            }
        }
        post(history.toString());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/clients/" + CLIENT + "/daily?from=" + yesterday.minusDays(28) + "&to=" + yesterday)
                                .get("content")
                                .size()
                        >= 28);
        Page page = browser.open(Browser.Look.DESK);
        page.navigate(installation.dashboard() + "/");
        page.locator("input[name=username]").fill("analyst");
        page.locator("input[name=password]").fill(installation.password("analyst"));
        page.locator("input[name=password]").press("Enter");
        PlaywrightAssertions.assertThat(
                        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overview")))
                .isVisible();

        JsonNode answer = post(reading(yesterday, 0, 75));
        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        get("/anomalies?type=SPIKE&client=" + CLIENT).get("content"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("type").stringValue()).isEqualTo("SPIKE");
                    assertThat(one.get("firstDay").stringValue()).isEqualTo(yesterday.toString());
                }));
        PlaywrightAssertions.assertThat(page.getByText(CLIENT).first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        page.context().close();
    }

    @Test
    @Order(3)
    void anImportedFileIsThereToTheLastDigitAlsoWhereTheClockChangesAndTwice() throws Exception {
        StringBuilder lines = new StringBuilder("client_id,start,kwh\n");
        for (int hour = 0; hour < 24; hour++) {
            // 02:00 does not exist on this day, and comes twice on the other.
            lines.append("CLOCK-1,2026-03-29T%02d:00,0.%04d%n".formatted(hour, 1001 + hour));
            for (int time = 0; time < (hour == 2 ? 2 : 1); time++) {
                lines.append("CLOCK-1,2025-10-26T%02d:00,0.%04d%n".formatted(hour, 2001 + hour + time));
            }
        }
        Path file = Files.writeString(folder.resolve("clock.csv"), lines);

        assertThat(installation.run("producer", "csv", file.toString())).isEqualTo(1);
        assertThat(installation.said())
                .contains("Line 6: start: 2026-03-29T02:00 does not exist in Europe/Madrid", "Sent 48 readings");
        assertThat(installation.run("producer", "verify", file.toString())).isZero();
        assertThat(installation.said())
                .contains("Compared 2 client-days and 2 client-months of 1 clients", "all are equal", "1 bad lines");
        JsonNode days = get("/clients/CLOCK-1/daily?from=2025-10-26&to=2026-03-29");
        assertThat(days.get("content").values())
                .extracting(day -> day.get("readings").intValue())
                .containsExactly(25, 23);
        JsonNode months = get("/clients/CLOCK-1/monthly?from=2025-10&to=2026-03");

        assertThat(installation.run("producer", "csv", file.toString())).isEqualTo(1);
        assertThat(installation.run("producer", "verify", file.toString())).isZero();
        assertThat(get("/clients/CLOCK-1/monthly?from=2025-10&to=2026-03")).isEqualTo(months);
        assertThat(get("/clients/CLOCK-1/daily?from=2025-10-26&to=2026-03-29")).isEqualTo(days);
    }

    @Test
    @Order(4)
    void anAnalystConfirmsTheSeededPlantationOnThePage() throws Exception {
        String plantation = Files.readAllLines(installation.truth()).stream()
                .map(line -> line.split(",", -1))
                .filter(injected -> injected[2].equals(AnomalyType.PLANTATION.name()))
                .map(injected -> injected[0])
                .findFirst()
                .orElseThrow();

        new PageJobs(browser, installation).confirmPlantation(plantation, "Lamps on a timer, photographed");

        assertThat(get("/anomalies?type=PLANTATION&status=CONFIRMED&client=" + plantation)
                        .get("content"))
                .hasSize(1);
    }

    @Test
    @Order(5)
    void anOperatorGeneratesDataOnThePage() {
        new PageJobs(browser, installation).generate(2, 2);
    }

    @Test
    @Order(6)
    void archivingAndRestoringChangesNoSlotNoMonthAndNoCase() throws Exception {
        installation.end("producer");
        await().atMost(Duration.ofSeconds(60)).until(() -> http.send(
                        HttpRequest.newBuilder(URI.create(installation.consumer() + "/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body()
                .contains("\"lag\":0,\"marks\":0"));
        LocalDate windowBegin = LocalDate.now(MADRID).minusDays(30);
        try (InstalledStores stores = installation.stores()) {
            Map<String, String> slots = stores.slots("consumption.daily_consumption", windowBegin);
            assertThat(slots).hasSizeGreaterThan(50 * 10);
            Map<String, ByteBuffer> months = stores.documents("monthly_consumption");
            Map<String, ByteBuffer> cases = stores.documents("anomalies");
            assertThat(months).hasSizeGreaterThan(50);
            assertThat(cases).isNotEmpty();
            List<String> hours = hours(windowBegin);
            assertThat(hours).hasSizeGreaterThan(8 * 24);

            PageJobs pages = new PageJobs(browser, installation);
            assertThat(installation.run("archiver", "--older-than", "38")).isZero();
            assertThat(stores.slots("consumption.daily_consumption", windowBegin))
                    .isNotEmpty();
            pages.archive();
            assertThat(stores.slots("consumption.daily_consumption", windowBegin))
                    .isEmpty();
            assertThat(hours(windowBegin)).as("read in the archive").isEqualTo(hours);
            assertThat(installation.run(
                            "restorer", "--from", "2025-01-01", "--to", String.valueOf(windowBegin.minusDays(1))))
                    .isZero();

            assertThat(stores.slots("archive.restored_daily", windowBegin)).isEqualTo(slots);
            assertThat(hours(windowBegin)).as("restored").isEqualTo(hours);
            assertThat(differing(stores.documents("monthly_consumption"), months))
                    .isEmpty();
            assertThat(differing(stores.documents("anomalies"), cases)).isEmpty();

            pages.restore("C-000007");
            assertThat(hours(windowBegin)).as("restored twice").isEqualTo(hours);
        }
    }

    @Test
    @Order(5)
    void aRefusedReadingIsFollowedByTheIdOfItsRequest() throws Exception {
        LocalDate yesterday = LocalDate.now(MADRID).minusDays(1);
        HttpResponse<String> answer = http.send(
                request("/readings")
                        .header("Content-Type", "application/x-ndjson")
                        .header("X-Correlation-Id", "order-4711")
                        .POST(HttpRequest.BodyPublishers.ofString(reading(yesterday, 3, 300)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains("order-4711");
        assertThat(installation.log("api")).containsPattern("\\[order-4711] .*1 readings accepted, 0 refused");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(installation.log("consumer"))
                .containsPattern("\\[order-4711] .*Refused 1 records.* for kwh: must be at most 200"));
        assertThat(installation.run("consumer", "dead-letters")).isZero();
        assertThat(installation.said()).contains("kwh: must be at most 200 in 60 minutes, was 300.0  order-4711");
    }

    @Test
    @Order(6)
    void noSecretIsInAnyLog() throws Exception {
        HttpResponse<String> session = http.send(
                request("/session").POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
        String token = JSON.readTree(session.body()).get("token").stringValue();
        assertThat(http.send(
                                request("/clients", "secret-that-was-guessed").build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);

        String said = installation.log("*");

        assertThat(said).contains("api-service", "dashboard-service", "consumo-producer", "archiver-service");
        assertThat(installation.secrets())
                .allSatisfy(
                        secret -> assertThat(said.contains(secret)).as(secret).isFalse());
        assertThat(said.contains(token)).as("token").isFalse();
        assertThat(said).doesNotContain("secret-that-was-guessed", "Bearer ", "Basic ");
    }

    /** Some of the days before the window and in it, wherever they came from. */
    private List<String> hours(LocalDate windowBegin) throws Exception {
        return get("/clients/C-000007/hourly?from=" + windowBegin.minusDays(8) + "&to=" + windowBegin.plusDays(8))
                .get("content")
                .valueStream()
                .map(hour -> hour.get("start") + " " + hour.get("kwh") + " " + hour.get("quality"))
                .toList();
    }

    private static <T> Set<String> differing(Map<String, T> one, Map<String, T> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        keys.removeIf(key -> Objects.equals(one.get(key), other.get(key)));
        return keys;
    }

    private static String reading(LocalDate day, int hour, double kwh) {
        ZonedDateTime start = day.atTime(hour, 0).atZone(MADRID);
        return "{\"clientId\":\"%s\",\"start\":\"%s\",\"kwh\":%s}%n".formatted(CLIENT, start.toOffsetDateTime(), kwh);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private JsonNode post(String lines) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                request("/readings")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(lines))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.get("rejected")).isEmpty();
        return answer;
    }

    private static HttpRequest.Builder request(String path) {
        return request(path, installation.password("operator"));
    }

    private static HttpRequest.Builder request(String path, String password) {
        String login = Base64.getEncoder().encodeToString(("operator:" + password).getBytes(UTF_8));
        return HttpRequest.newBuilder(URI.create(installation.api() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + login);
    }
}
