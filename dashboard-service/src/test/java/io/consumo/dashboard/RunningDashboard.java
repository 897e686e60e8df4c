package io.consumo.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.consumo.dashboard.Browser.Look;
import java.net.URI;
import java.util.Objects;

/** A dashboard that somebody else has started, named by {@code -Dconsumo.tour.dashboard} and its like. */
record RunningDashboard(String url, URI api, long pid) {

    static final String PASSWORD = "consumo-demo";

    private static final double PATIENCE = 60_000;

    static RunningDashboard given() {
        return new RunningDashboard(
                property("dashboard"), URI.create(property("api")), Long.parseLong(property("pid")));
    }

    private static String property(String name) {
        String key = "consumo.tour." + name;
        return Objects.requireNonNull(System.getProperty(key), key + " is not set: run ./start.sh bench dashboard");
    }

    /** A page of somebody who has just logged in. */
    Page logIn(Browser browser, Look look, String username) {
        Page page = browser.open(look);
        page.setDefaultTimeout(PATIENCE);
        page.navigate(url + "/login");
        PageScenario.logIn(page, username, PASSWORD);
        page.locator(".frame").waitFor();
        return page;
    }

    /** Goes there and waits until nothing loads any more and nothing has failed. */
    void visit(Page page, String path) {
        page.navigate(url + path);
        settled(page);
    }

    static void settled(Page page) {
        var patient = new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE);
        assertThat(page.locator(".content > *")).not().hasCount(0, patient);
        assertThat(page.locator("[aria-busy], .skeleton, vaadin-grid[loading]")).hasCount(0, patient);
        assertThat(page.locator(".content .failed")).hasCount(0, patient);
        assertThat(page.locator("consumo-chart:not(:has(svg))")).hasCount(0, patient);
    }

    /** The worst case of the queue. */
    String worstCase(Page page) {
        visit(page, "/anomalies");
        page.locator("vaadin-grid .cell-client").first().click();
        page.locator(".case-detail").waitFor();
        return page.url().substring(url.length()).replaceAll("\\?.*", "");
    }
}
