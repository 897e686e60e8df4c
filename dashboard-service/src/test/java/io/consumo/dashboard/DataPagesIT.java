package io.consumo.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.consumo.dashboard.Browser.Look;
import io.consumo.dashboard.StubApi.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriUtils;

/** The jobs of an operator and of whoever looks into a client or a month. */
class DataPagesIT extends PageScenario {

    // Generating data

    @Test
    void generatesDataAndTellsHowFarItIsOverAReload() {
        Page page = logInAt(Look.DESK, "/");
        page.locator(".generate .button").click();
        assertThat(page.locator("vaadin-dialog")).containsText("The next day");
        shoot(page, "generate");
        page.locator("vaadin-dialog .primary").click();

        assertThat(page.locator(".generate .progress")).containsText("Generating data");
        page.reload();
        assertThat(page.locator(".generate .progress")).containsText("Generating data");
        assertThat(page.locator(".toast-text").first()).containsText("1,198 readings generated");
        assertThat(page.locator(".generate .button")).isVisible();
    }

    @Test
    void keepsTheChoicesWhenGeneratingIsRefused() {
        Page page = logInAt(Look.DESK, "/");
        page.locator(".generate .button").click();
        page.locator("vaadin-dialog vaadin-integer-field input").first().fill("13");
        page.locator("vaadin-dialog .primary").click();

        assertThat(page.locator("vaadin-dialog .failed")).isVisible();
        assertThat(page.locator("vaadin-dialog vaadin-integer-field input").first())
                .hasValue("13");
    }

    @Test
    void asksForTheNumbersThatAreMissing() {
        Page page = logInAt(Look.DESK, "/");
        page.locator(".generate .button").click();
        page.locator("vaadin-dialog .switch").getByText("A history").click();
        Locator days = page.locator("vaadin-dialog vaadin-integer-field").last();
        days.locator("input").fill("");
        page.locator("vaadin-dialog vaadin-number-field input").fill("");
        page.locator("vaadin-dialog .primary").click();

        assertThat(days).containsText("Allowed: 1–400");
        assertThat(page.locator("vaadin-dialog vaadin-number-field")).containsText("Allowed: 0–100");

        // Nobody is asked for days where none matter.
        page.locator("vaadin-dialog .switch").getByText("The next day").click();
        page.locator("vaadin-dialog vaadin-number-field input").fill("5");
        page.locator("vaadin-dialog .primary").click();
        assertThat(page.locator(".generate .progress")).containsText("Generating data");
    }

    @Test
    void offersNobodyElseToGenerateOrArchive() {
        Page page = logInAs("analyst", Look.DESK, "/");
        assertThat(page.locator(".pipeline")).isVisible();
        assertThat(page.locator(".generate")).hasCount(0);

        page.navigate(url("/lifecycle"));
        assertThat(page.locator(".strip-day.strip-live").first()).isVisible();
        assertThat(page.locator(".archive-actions .button")).hasCount(0);
    }

    // Clients

    @Test
    void showsAClientsHoursAsAMapWithWhatIsMissing() {
        Page page = logInAt(Look.DESK, "/clients/C-000007");

        assertThat(page.locator("consumo-heat canvas")).isVisible();
        assertThat(page.locator("consumo-heat")).hasAttribute("role", "img");
        assertThat(page.locator(".quality")).containsText(Pattern.compile("9[5-7] hours"));
        page.locator("consumo-heat").hover();
        assertThat(page.locator(".heat-tip")).containsText(Pattern.compile("\\d\\d:00"));
    }

    @Test
    void goesFromTheWeekToTheDayAndTheDayBefore() {
        String today = LocalDate.now(StubFigures.ZONE).toString();
        String yesterday = LocalDate.now(StubFigures.ZONE).minusDays(1).toString();
        Page page = logInAt(Look.DESK, "/clients/C-000007");
        assertThat(page.locator(".client .switch [aria-pressed=true]")).hasText("Week");

        page.locator(".client .switch").getByText("Day").click();
        assertThat(page).hasURL(Pattern.compile(".*view=DAY.*"));
        assertThat(page).hasURL(Pattern.compile(".*day=" + today + ".*"));
        page.getByLabel("The period before").click();

        assertThat(page).hasURL(Pattern.compile(".*day=" + yesterday + ".*"));
        page.goBack();
        assertThat(page).hasURL(Pattern.compile(".*day=" + today + ".*"));
    }

    @Test
    void tellsOfEachClientHowItsLastDaysWent() {
        Page page = logInAt(Look.DESK, "/clients");

        assertThat(page.locator("vaadin-grid .cell-spark path").first()).hasAttribute("d", Pattern.compile("M.*L.*"));
        assertThat(page.locator("vaadin-grid .count-badge").first()).isVisible();
        assertThat(page.locator("vaadin-grid .cell-complete").first()).containsText("100");
    }

    @Test
    void reachesTheLastClientOfManyThatAreNoWholePages() {
        IntStream.rangeClosed(51, 130).mapToObj("C-%06d"::formatted).forEach(API::addClient);
        Page page = logInAt(Look.DESK, "/clients");
        assertThat(page.locator(".case-count")).hasText("130 clients");

        // Step by step, so that the last rows are asked for by themselves and not with those before them.
        for (int index = 10; index < 130; index += 10) {
            page.locator("vaadin-grid").evaluate("(grid, index) => grid.scrollToIndex(index)", index);
            assertThat(page.locator("vaadin-grid").getByText("C-%06d".formatted(index + 1)))
                    .isVisible();
        }
        page.locator("vaadin-grid").evaluate("grid => grid.scrollToIndex(129)");
        assertThat(page.locator("vaadin-grid").getByText("C-000130")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUMP #3 100%", "A?b+c 1", "50%25x=1&y", "ñ.1:2"})
    void opensAClientWhateverCharactersItsIdHas(String id) {
        API.addClient(id);
        Page page = logInAt(Look.DESK, "/clients?search=" + UriUtils.encode(id, UTF_8));
        page.locator("vaadin-grid").getByText(id).click();

        assertThat(page.locator("h1")).hasText(id);
        assertThat(page.locator(".client consumo-heat canvas")).isVisible();
        page.locator(".client .switch").getByText("Day").click();
        assertThat(page).hasURL(Pattern.compile(".*view=DAY.*"));
        page.reload();
        assertThat(page.locator("h1")).hasText(id);
        assertThat(page.locator(".client consumo-heat canvas")).isVisible();

        page.navigate(url("/monthly"));
        assertThat(page.locator(".live-LIVE")).isVisible();
        page.keyboard().press("Control+k");
        page.keyboard().type(id);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText(id);
    }

    @ParameterizedTest
    @EnumSource
    void failsADownloadThatIsNotWhole(Export export) throws IOException {
        API.exports(export);
        Page page = logInAt(Look.DESK, "/anomalies");
        Download download = page.waitForDownload(page.locator(".csv")::click);

        if (export == Export.WHOLE || export == Export.SLOW) {
            org.assertj.core.api.Assertions.assertThat(download.failure()).isNull();
            org.assertj.core.api.Assertions.assertThat(Files.readAllLines(download.path()))
                    .hasSize(Export.ROWS);
        } else {
            org.assertj.core.api.Assertions.assertThat(download.failure()).isNotNull();
        }
    }

    @Test
    void showsWhatIsUsualBesideTheHours() {
        Page page = logInAt(Look.DESK, "/clients/C-000007");
        assertThat(page.locator(".legend-band")).isVisible();
        assertThat(page.locator(".legends .card-note")).containsText("learned from 26");

        page.navigate(url("/clients/C-000004"));
        assertThat(page.locator(".legends .card-note")).containsText("5 of 14 days");
        assertThat(page.locator(".legend-band")).hasCount(0);
    }

    @Test
    void setsANewNormalWithAReason() {
        LocalDate from = LocalDate.now(StubFigures.ZONE).minusDays(9);
        Page page = logInAs("analyst", Look.DESK, "/clients/C-000007");
        page.getByText("New normal from a day").click();
        page.getByText("Set the new normal").click();
        assertThat(page.locator(".client-form")).containsText("Write why");

        page.locator(".client-form vaadin-date-picker input").fill(from.toString());
        page.locator(".client-form vaadin-date-picker input").press("Enter");
        page.locator(".client-form textarea").fill("Heat pump since then");
        API.failing(true);
        page.getByText("Set the new normal").click();
        assertThat(page.locator(".client-decisions .failed")).containsText("The API does not answer");
        assertThat(page.locator(".client-form textarea")).hasValue("Heat pump since then");
        API.failing(false);
        page.getByText("Set the new normal").click();

        assertThat(page.locator(".toast-text").first()).containsText("normal is learned from");
        assertThat(page.locator(".legends .card-note")).containsText("the new normal");
        assertThat(page.locator(".client-form")).hasCount(0);
        assertThat(page.locator(".exception")).containsText("Normal is learned from");
        assertThat(page.locator(".client-decisions .trail-comment")).hasText("Heat pump since then");
    }

    @Test
    void takesANewNormalBack() {
        API.rebaseline("C-000007", LocalDate.now(StubFigures.ZONE).minusDays(9), "Heat pump");
        Page page = logInAs("analyst", Look.DESK, "/clients/C-000007");
        assertThat(page.locator(".legends .card-note")).containsText("the new normal");

        page.getByText("Take it back").click();
        assertThat(page.locator(".toast-text").first()).containsText("all days tell again what is normal");
        assertThat(page.locator(".exception")).hasCount(0);
        assertThat(page.locator(".legends .card-note")).not().containsText("the new normal");
        page.locator(".toast-undo").click();
        assertThat(page.locator(".client-decisions .trail-comment")).hasText("Heat pump");
    }

    @Test
    void saysWhatIsInOrderAndTakesItBack() {
        Page page = logInAs("analyst", Look.DESK, "/clients/C-000007");
        page.getByText("Known to be in order").click();
        page.locator(".client-form vaadin-checkbox").getByText("Spike").click();
        page.locator(".client-form textarea").fill("A sauna");
        shoot(page, "client-except");
        page.getByText("Raise no such cases").click();

        assertThat(page.locator(".exception")).containsText("raises no cases: Spike");
        assertThat(page.locator(".client-decisions .trail-comment")).hasText("A sauna");
        page.locator(".toast-undo").click();
        assertThat(page.locator(".exception")).hasCount(0);
    }

    @Test
    void offersAViewerNoDecisionOnAClient() {
        Page page = logInAs("viewer", Look.DESK, "/clients/C-000007");

        assertThat(page.locator(".client-decisions")).containsText("raises cases like any other");
        assertThat(page.locator(".client-decisions button")).hasCount(0);
    }

    // Months

    @Test
    void comparesTwoMonths() {
        Page page = logInAt(Look.DESK, "/monthly?month=2026-10&with=2026-03");

        assertThat(page.locator(".comparison thead")).containsText("October 2026");
        assertThat(page.locator(".comparison thead")).containsText("March 2026");
        assertThat(page.locator(".comparison tbody tr")).hasCount(7);
        assertThat(page.locator(".monthly consumo-chart svg")).hasCount(2);
        assertThat(page.locator(".monthly-summary tbody tr")).hasCount(12);
        page.locator(".monthly .tools vaadin-select").last().click();
        page.locator("vaadin-select-overlay, vaadin-select[opened]")
                .getByText("January 2026")
                .last()
                .click();

        assertThat(page).hasURL(Pattern.compile(".*with=2026-01.*"));
        assertThat(page.locator(".comparison thead")).containsText("January 2026");
    }

    @Test
    void comparesAMonthUnderWayWithTheSameDays() {
        Page page = logInAt(Look.DESK, "/monthly");

        assertThat(page.locator(".comparison thead")).containsText(Pattern.compile("1–\\d+ \\w+1–\\d+ \\w+Change"));
        assertThat(page.locator(".monthly-running")).containsText("is under way");
        assertThat(page.locator(".monthly-summary .card-note").first()).containsText(" against 1–");
        page.navigate(url("/monthly?month=2026-09"));
        assertThat(page.locator(".comparison thead")).containsText("September 2026");
        assertThat(page.locator(".monthly-running")).hasCount(0);
    }

    private static Pattern inAnyOrder(String one, String other) {
        return Pattern.compile("/monthly\\?(" + one + "&" + other + "|" + other + "&" + one + ")$");
    }

    @Test
    void comparesAMonthWithThatOfTheYearBefore() {
        Page page = logInAt(Look.DESK, "/monthly?month=2026-10");

        page.locator(".monthly .switch").getByText("Year before").click();
        assertThat(page).hasURL(inAnyOrder("month=2026-10", "with=2025-10"));
        assertThat(page.locator(".comparison thead")).containsText("October 2025");
        page.locator(".monthly .tools vaadin-select").first().click();
        page.locator("vaadin-select-item:visible").getByText("September 2026").click();
        assertThat(page.locator(".comparison thead")).containsText("September 2025");
    }

    @Test
    void writesDaysInTheReadersForm() {
        Page english = logInAt(Look.DESK, "/clients/C-000007?view=DAY&day=2026-11-03");
        assertThat(english.locator(".period-day input")).hasValue("3 Nov 2026");

        Page spanish = logInAt(Look.DESK.in("es"), "/clients/C-000007?view=DAY&day=2026-11-03");
        assertThat(spanish.locator(".period-day input")).hasValue("03/11/2026");
    }

    // Data lifecycle

    @Test
    void archivesAndSeesItInTheAudit() {
        Page page = logInAt(Look.DESK, "/lifecycle");
        assertThat(page.locator(".strip-day.strip-archived").first()).isVisible();
        assertThat(page.locator(".strip-months .strip-due")).hasCount(2);
        assertThat(page.locator(".figures")).containsText("2 days that are due");
        assertThat(page.locator(".figures")).containsText("95.3");
        page.getByText("Archive now").click();

        assertThat(page.locator(".archive-actions .progress")).containsText("Archiving");
        page.reload();
        assertThat(page.locator(".archive-actions .progress"))
                .containsText(Pattern.compile("exporting, .* of 20 days"));
        assertThat(page.locator(".archive-actions .button").first()).isVisible();
        assertThat(page.locator(".table", containing("Who")).locator("tbody tr"))
                .hasCount(3);
        shoot(page, "lifecycle-archived");
    }

    @Test
    void restoresAClientAfterAPreviewAndReleasesIt() {
        Page page = logInAt(Look.DESK, "/lifecycle");
        assertThat(page.locator(".strip-day.strip-archived").first()).isVisible();
        page.getByText("Restore...").click();
        page.locator("vaadin-dialog vaadin-text-field input").fill("C-000008");
        page.getByText("Preview").click();
        assertThat(page.locator("vaadin-dialog")).containsText("168");
        assertThat(page.locator("vaadin-dialog")).containsText("All of these days are archived");
        shoot(page, "lifecycle-preview");
        page.locator("vaadin-dialog .primary").click();

        assertThat(page.locator(".lifecycle-columns .table").first()).containsText("C-000008");
        assertThat(page.locator(".strip-months .strip-restored")).hasCount(7);
        page.locator(".lifecycle-columns .table button").click();
        assertThat(page.locator(".lifecycle-columns .table").first()).containsText("released");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void offersTheNextOperationThoughOneWasOverBeforeAnybodyLooked(String language) {
        API.archiveEndsAtOnce("the disk is full");
        Page page = logInAt(Look.DESK.in(language), "/lifecycle");
        assertThat(page.locator(".strip-day.strip-archived").first()).isVisible();
        page.locator(".archive-actions .primary").click();

        assertThat(page.locator(".lifecycle > div > .failed")).containsText("the disk is full");
        assertThat(page.locator(".archive-actions .progress")).isHidden();
        assertThat(page.locator(".result-FAILED")).hasCount(2);

        API.archiveEndsAtOnce(null);
        page.locator(".archive-actions .primary").click();
        assertThat(page.locator(".result-DONE")).hasCount(2);
        assertThat(page.locator(".archive-actions .primary")).isVisible();
        assertThat(page.locator(".lifecycle > div > .failed")).hasCount(0);
    }

    @Test
    void keepsTellingWhyAnOperationCouldNotBegin() {
        API.archiveBusy(true);
        Page page = logInAt(Look.DESK, "/lifecycle");
        assertThat(page.locator(".strip-day.strip-archived").first()).isVisible();
        page.getByText("Verify files").click();
        Locator failed = page.locator(".lifecycle > div > .failed");
        assertThat(failed).containsText("That is not possible now");

        int asked = API.asked("/archive/summary");
        page.waitForCondition(() -> API.asked("/archive/summary") > asked + 2);
        assertThat(failed).containsText("That is not possible now");

        API.archiveBusy(false);
        page.getByText("Verify files").click();
        assertThat(page.locator(".archive-actions .progress")).containsText("Verification");
        assertThat(failed).hasCount(0);
    }

    @Test
    void filtersTheAuditInTheAddress() {
        Page page = logInAt(Look.DESK, "/lifecycle?kind=VERIFY");

        assertThat(page.locator(".table", containing("Who")).locator("tbody tr"))
                .hasCount(1);
        assertThat(page.locator(".result-FAILED")).hasText("failed");
    }
}
