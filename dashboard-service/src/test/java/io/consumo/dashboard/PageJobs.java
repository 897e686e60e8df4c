package io.consumo.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.consumo.dashboard.Browser.Look;
import java.util.regex.Pattern;

/** What people do on the pages of an installation that runs. */
record PageJobs(Browser browser, Installation installation) {

    private static final double PATIENCE = 20_000;

    /** Finds the client's plantation in the queue, reads it, confirms it, and looks what the history says. */
    void confirmPlantation(String clientId, String comment) {
        Page page = logIn("analyst", "/anomalies?type=PLANTATION");
        page.locator("vaadin-grid .cell-client").getByText(clientId).first().click();
        Locator detail = page.locator(".case-detail");
        assertThat(detail.locator(".detail-client")).hasText(clientId);
        assertThat(detail.locator("consumo-chart svg").first()).isVisible(patiently());
        assertThat(detail).containsText("What would clear this");

        page.keyboard().press("c");
        page.keyboard().type(comment);
        assertThat(page.locator(".decision-form textarea")).hasValue(comment);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".toast-text").first()).containsText(clientId + ": confirmed");

        page.navigate(installation.dashboard() + "/anomalies?status=CONFIRMED");
        page.locator("vaadin-grid .cell-client").getByText(clientId).first().click();
        assertThat(page.locator(".trail li").first()).containsText("analyst");
        assertThat(page.locator(".trail li").first()).containsText(comment);
        page.context().close();
    }

    void generate(int clients, int days) {
        Page page = logIn("operator", "/");
        page.locator(".generate .button").click();
        page.locator("vaadin-dialog .switch button").last().click();
        Locator numbers = page.locator("vaadin-dialog vaadin-integer-field input");
        numbers.first().fill(String.valueOf(clients));
        numbers.last().fill(String.valueOf(days));
        page.locator("vaadin-dialog .primary").click();
        assertThat(page.locator(".toast-text").first())
                .hasText(Pattern.compile("[1-9]\\d* readings generated\\."), patientText());
        page.context().close();
    }

    /** Archives what is due, and returns when the page says that it is done. */
    void archive() {
        Page page = logIn("operator", "/lifecycle");
        Locator runs = page.locator(".table", PageScenario.containing("Who"))
                .locator("tbody tr", new Locator.LocatorOptions().setHasText("operator"));
        assertThat(page.locator(".table", PageScenario.containing("Who"))).isVisible(patiently());
        assertThat(runs).hasCount(0);
        page.getByText("Archive now").click();
        assertThat(runs.locator(".result-DONE"))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        page.context().close();
    }

    /** Brings a client's last archived week back after a preview. */
    void restore(String clientId) {
        Page page = logIn("operator", "/lifecycle");
        assertThat(page.locator(".strip-archived").first()).isVisible(patiently());
        page.getByText("Restore...").click();
        page.locator("vaadin-dialog vaadin-text-field input").fill(clientId);
        page.getByText("Preview").click();
        assertThat(page.locator("vaadin-dialog")).containsText("All of these days are archived");
        page.locator("vaadin-dialog .primary").click();
        Locator restored = page.locator(".lifecycle-columns tbody tr", PageScenario.containing(clientId));
        assertThat(restored).containsText("there", patientWords());
        restored.getByText(clientId).click();
        assertThat(page.locator(".client")).isVisible(patiently());
        page.context().close();
    }

    private Page logIn(String username, String path) {
        Page page = browser.open(Look.DESK);
        page.setDefaultTimeout(PATIENCE);
        page.navigate(installation.dashboard() + path);
        PageScenario.logIn(page, username, installation.password(username));
        page.locator(".frame").waitFor();
        return page;
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.HasTextOptions patientText() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.ContainsTextOptions patientWords() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }
}
