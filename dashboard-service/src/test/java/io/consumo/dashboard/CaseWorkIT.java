package io.consumo.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.consumo.dashboard.Browser.Look;
import io.consumo.model.CaseStatus;
import io.consumo.model.api.CaseDecision;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue as an analyst works it, mostly without the mouse. */
class CaseWorkIT extends PageScenario {

    @Test
    void walksTheQueueByKeyboard() {
        Page page = queue("analyst", Look.DESK);

        page.keyboard().press("j");
        assertThat(page).hasURL(url("/anomalies/K0000"));
        assertThat(page.locator(".case-detail")).isVisible();
        page.keyboard().press("j");
        assertThat(page).hasURL(url("/anomalies/K0001"));
        page.keyboard().press("k");
        assertThat(page).hasURL(url("/anomalies/K0000"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".detail")).isFocused();
        page.keyboard().press("?");
        assertThat(page.locator("vaadin-dialog .keys")).containsText("Send to inspection");
    }

    @Test
    void confirmsWithACommentAndSeesItInTheHistory() {
        Page page = opened("analyst", "K0001", Look.DESK);

        page.keyboard().press("c");
        write(page, "Lamps on a timer, photographed");
        shoot(page, "case-confirming");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator(".toast-text").first()).containsText("C-000008: confirmed");
        assertThat(page).hasURL(Pattern.compile(".*/anomalies/K0009$"));
        assertThat(page.locator(".case-count")).hasText("13 cases");
        page.navigate(url("/anomalies/K0001"));
        assertThat(page.locator(".detail-head")).containsText("Confirmed");
        assertThat(page.locator(".trail li").first()).containsText("analyst");
        assertThat(page.locator(".trail li").first()).containsText("Lamps on a timer, photographed");
        shoot(page, "case-confirmed");
    }

    @Test
    void wantsAReasonForADismissal() {
        Page page = opened("analyst", "K0001", Look.DESK);

        page.keyboard().press("d");
        page.locator(".decision-form textarea").fill("They were away");
        page.getByText("Dismiss the case").click();
        assertThat(page.locator(".decision-form")).containsText("Choose a reason");

        page.locator(".decision-form vaadin-select").click();
        page.locator("vaadin-select-item").getByText("Nobody lives there").click();
        page.getByText("Dismiss the case").click();
        assertThat(page.locator(".toast-text").first()).containsText("dismissed");
        page.navigate(url("/anomalies/K0001"));
        assertThat(page.locator(".trail li").first()).containsText("Nobody lives there");
        assertThat(page.locator(".decision-bar .button", containing("Acknowledge")))
                .isVisible();
        assertThat(page.locator(".decision-bar .button", containing("Confirm"))).hasCount(0);
    }

    @Test
    void takesADecisionBack() {
        Page page = opened("analyst", "K0001", Look.DESK);

        page.keyboard().press("a");
        assertThat(page.locator(".toast-text").first()).containsText("acknowledged");
        assertThat(page).not().hasURL(Pattern.compile(".*K0001$"));
        page.keyboard().press("z");

        assertThat(page).hasURL(Pattern.compile(".*K0001$"));
        assertThat(page.locator(".detail-head .status")).hasText("Open");
        assertThat(page.locator(".trail-undone")).containsText("taken back");
    }

    @Test
    void takesTheLastDecisionBackFirst() {
        Page page = opened("analyst", "K0000", Look.DESK);
        page.keyboard().press("a");
        assertThat(page).hasURL(Pattern.compile(".*K0001$"));
        assertThat(page.locator(".detail-client")).hasText("C-000008");
        page.keyboard().press("a");
        assertThat(page.locator(".toast-undo")).hasCount(2);
        assertThat(page.locator(".toast-text").last()).containsText("C-000008");

        page.keyboard().press("z");
        assertThat(page).hasURL(Pattern.compile(".*K0001$"));
        assertThat(page.locator(".detail-head .status")).hasText("Open");
        assertThat(page.locator(".toast-undo")).hasCount(1);
        page.keyboard().press("z");
        assertThat(page).hasURL(Pattern.compile(".*K0000$"));
        assertThat(page.locator(".detail-head .status")).hasText("Open");
    }

    @Test
    void takesTheOthersBackThoughOneIsTooLate() {
        Page page = opened("analyst", "K0001", Look.DESK);
        page.keyboard().press("x");
        assertThat(page.locator(".bulk-count")).hasText("1 picked");
        page.keyboard().press("j");
        assertThat(page.locator(".case-detail")).containsText("C-000014");
        page.keyboard().press("x");
        assertThat(page.locator(".bulk-count")).hasText("2 picked");
        page.keyboard().press("a");
        assertThat(page.locator(".toast-text").first()).containsText("2 cases: acknowledged");

        API.finish("K0001");
        page.keyboard().press("z");

        assertThat(page.locator(".toast-text").last())
                .hasText("1 decision was not taken back: C-000008. That is not possible now.");
        assertThat(page.locator(".detail-head .status")).hasText("Open");
        page.navigate(url("/anomalies/K0001"));
        assertThat(page.locator(".detail-head .status")).hasText("Acknowledged");
    }

    @Test
    void assignsACaseToTheReader() {
        Page page = opened("analyst", "K0001", Look.DESK);

        page.keyboard().press("t");

        assertThat(page.locator(".detail-assignee")).hasText("analyst");
        assertThat(page.locator("vaadin-grid").getByText("Plantation · analyst"))
                .isVisible();
        page.locator(".filters").getByText("Mine").click();
        assertThat(page).hasURL(Pattern.compile(".*assignee=analyst.*"));
        assertThat(page.locator(".case-count")).hasText("1 case");
        page.keyboard().press("t");
        assertThat(page.locator(".detail-assignee")).hasCount(0);
    }

    @Test
    void decidesManyAtOnceAndTellsWhichCouldNotBe() {
        API.decide("K0009", new CaseDecision(CaseStatus.ACKNOWLEDGED, null, null, null, null), "operator");
        Page page = opened("analyst", "K0001", Look.DESK);

        page.keyboard().press("x");
        assertThat(page.locator(".bulk-count")).hasText("1 picked");
        page.keyboard().press("j");
        assertThat(page).hasURL(Pattern.compile(".*K0009$"));
        assertThat(page.locator(".case-detail")).containsText("C-000014");
        page.keyboard().press("x");
        assertThat(page.locator(".bulk-count")).hasText("2 picked");
        shoot(page, "case-bulk");
        page.keyboard().press("a");

        assertThat(page.locator(".toast-text").first()).containsText("1 case: acknowledged");
        assertThat(page.locator(".bulk-refused")).containsText("C-000014");
        page.locator(".bulk-refused .button").click();
        assertThat(page.locator(".bulk")).isHidden();
    }

    @Test
    void keepsWhatWasTypedWhileTheApiIsAwayAndTellsSo() {
        Page page = opened("analyst", "K0001", Look.DESK);
        page.keyboard().press("c");
        write(page, "Seen on site");
        API.failing(true);
        page.keyboard().press("Control+Enter");

        assertThat(page.locator(".decision-bar .failed")).containsText("The API does not answer");
        assertThat(page.locator(".decision-form textarea")).hasValue("Seen on site");

        API.failing(false);
        page.locator(".decision-form .primary").click();
        assertThat(page.locator(".toast-text").first()).containsText("confirmed");
    }

    @Test
    void keepsWhatWasTypedOverANewLogin() {
        Page page = opened("analyst", "K0001", Look.DESK);
        page.keyboard().press("c");
        write(page, "Seen on site");
        API.endAllSessions();
        page.keyboard().press("Control+Enter");

        assertThat(page.getByText("Your session has ended")).isVisible();
        logIn(page, "analyst", StubApi.PASSWORD);
        assertThat(page.locator(".decision-form textarea")).hasValue("Seen on site");
    }

    @Test
    void saysThatSomebodyElseWasQuicker() {
        Page page = opened("analyst", "K0001", Look.DESK);
        API.decide("K0001", new CaseDecision(CaseStatus.INSPECTION, null, null, "Crew sent", null), "operator");
        page.keyboard().press("c");
        write(page, "Seen on site");
        page.keyboard().press("Control+Enter");

        Locator failed = page.locator(".decision-bar .failed");
        assertThat(failed).containsText("Somebody else decided in the meantime");
        failed.locator("button").click();
        assertThat(page.locator(".trail li").first()).containsText("Crew sent");
        assertThat(page.locator(".decision-form textarea")).hasValue("Seen on site");
    }

    @Test
    void showsAViewerNoActionItCannotTake() {
        Page page = opened("viewer", "K0001", Look.DESK);

        assertThat(page.locator(".trail li")).hasCount(1);
        assertThat(page.locator(".decision-bar, .bulk, .step-select")).hasCount(0);
        assertThat(page.locator("vaadin-grid vaadin-checkbox")).hasCount(0);
        page.keyboard().press("c");
        assertThat(page.locator(".decision-form")).hasCount(0);
    }

    @Test
    void showsWhatElseWasFoundInThoseDays() {
        Page page = opened("analyst", "K0001", Look.DESK);

        assertThat(page.locator(".neighbours")).containsText("The same client");
        assertThat(page.locator(".neighbours li").first()).isVisible();
    }

    @Test
    void drawsTheAverageDayBeforeAndInTheEpisode() {
        Page page = opened("analyst", "K0001", Look.DESK);

        page.getByText("Average day").click();

        assertThat(page.locator(".legends")).containsText("in the episode");
        page.locator(".case-detail .chart-toggle").click();
        assertThat(page.locator(".case-detail .chart-table tbody tr")).hasCount(24);
        shoot(page, "case-average-day");
    }

    @Test
    void ranksByMoneyInTheAddress() {
        Page page = queue("analyst", Look.DESK);

        page.locator(".queue-order").click();
        page.locator("vaadin-select-item").getByText("By money lost").click();

        assertThat(page).hasURL(url("/anomalies?order=MONEY"));
    }

    @Test
    void offersNewCasesWithoutMovingTheList() {
        Page page = queue("analyst", Look.DESK);
        assertThat(page.locator(".live-LIVE")).isVisible();
        page.waitForCondition(() -> API.asked("/anomalies") > 4);

        API.addCase("N1");

        assertThat(page.locator(".queue-fresh")).hasText("1 new");
        assertThat(page.locator(".case-count")).hasText("14 cases");
        page.locator(".queue-fresh").click();
        assertThat(page.locator(".case-count")).hasText("15 cases");
        assertThat(page.locator(".queue-fresh")).isHidden();
    }

    @Test
    void worksOnAPhoneOneCaseAtATime() {
        Page page = queue("analyst", Look.PHONE);
        assertThat(page.locator(".detail")).isHidden();
        page.locator("vaadin-grid").getByText("C-000001").first().click();

        assertThat(page.locator(".case-detail")).isVisible();
        assertThat(page.locator(".case-table")).isHidden();
        assertThat(page.locator(".decision-bar")).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        shoot(page, "case-phone");
        page.locator(".step-back").click();
        assertThat(page.locator(".case-table")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void tellsTheWholeOrderOnAPhone(String language) {
        Page page = logInAs("analyst", Look.PHONE.in(language), "/anomalies");
        assertThat(page.locator("vaadin-grid").getByText("C-000001").first()).isVisible();

        Locator order = page.locator(".queue-order vaadin-select-value-button vaadin-select-item");
        assertThat(order).isVisible();
        Object cut = order.evaluate("item => item.scrollWidth > item.clientWidth");
        org.assertj.core.api.Assertions.assertThat(cut).as(order.textContent()).isEqualTo(false);
    }

    private static void write(Page page, String words) {
        page.keyboard().type(words);
        assertThat(page.locator(".decision-form textarea")).hasValue(words);
    }

    private Page queue(String username, Look look) {
        Page page = logInAs(username, look, "/anomalies");
        assertThat(page.locator(".case-count")).hasText("14 cases");
        assertThat(page.locator("vaadin-grid").getByText("C-000001").first()).isVisible();
        return page;
    }

    private Page opened(String username, String id, Look look) {
        Page page = logInAs(username, look, "/anomalies/" + id);
        assertThat(page.locator(".trail li").last()).isVisible();
        assertThat(page.locator("vaadin-grid").getByText("C-000001").first()).isVisible();
        return page;
    }
}
