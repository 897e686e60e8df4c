package io.consumo.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.consumo.dashboard.Browser.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see and do, in a real browser, on made-up figures. */
class PagesIT extends PageScenario {

    private static final List<String> PATHS = List.of(
            "/", "/anomalies", "/anomalies/K0000", "/clients", "/clients/C-000007", "/monthly", "/lifecycle", "/rules");

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK.in("es").atNight(), Look.PHONE.in("es"), Look.PHONE.atNight(), Look.WALL);
    }

    // Login

    @Test
    void saysThatThePasswordIsWrong() {
        Page page = open(Look.DESK, "/");
        logIn(page, "operator", "wrong");

        assertThat(page.getByText("Wrong user or password")).isVisible();
    }

    @Test
    void saysThatThereWereTooManyAttempts() {
        API.throttled(true);
        Page page = open(Look.DESK.in("es"), "/");
        logIn(page, "operator", StubApi.PASSWORD);

        assertThat(page.getByText("Demasiados intentos")).isVisible();
    }

    @Test
    void endsTheSessionOnLogout() {
        Page page = logInAt(Look.DESK, "/");
        int before = API.openSessions();
        page.locator(".user").click();
        page.getByText("Log out").click();

        assertThat(page.locator("vaadin-login-form")).isVisible();
        assertThat(API.openSessions()).isEqualTo(before - 1);
    }

    @Test
    void bringsBackToTheSamePageAfterASessionEnded() {
        Page page = logInAt(Look.DESK, "/anomalies/K0002?severity=HIGH");
        assertThat(page.locator(".case-detail")).isVisible();

        API.endAllSessions();

        assertThat(page.getByText("Your session has ended")).isVisible();
        logIn(page, "analyst", StubApi.PASSWORD);
        assertThat(page.locator(".case-detail")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/anomalies/K0002\\?severity=HIGH$"));
    }

    // Overview

    @Test
    void showsTheFiveFigures() {
        Page page = logInAt(Look.DESK, "/");

        assertThat(page.locator(".tile")).hasCount(5);
        assertThat(page.locator(".tile-figure").first()).hasText("48");
        assertThat(page.locator(".tile", containing("Energy today"))).containsText("kWh");
        assertThat(page.locator(".tile", containing("Money lost"))).containsText("310–540");
        assertThat(page.locator(".tile .sparkline svg")).hasCount(5);
        assertThat(page.locator(".live")).containsText(Pattern.compile("last reading\\s*\\d+\\ss ago"));
    }

    @Test
    void readsNothingOutThatIsCountedOnEverySecond() {
        Page page = logInAt(Look.DESK, "/");

        assertThat(page.locator(".live consumo-ago")).hasText(Pattern.compile("\\d+\\ss ago"));
        assertThat(page.locator(".live [role=status]")).hasText("last reading");
        assertThat(page.locator(":is([role=status], [role=alert], [aria-live]) consumo-ago"))
                .hasCount(0);
    }

    @Test
    void drawsTheLoadAndTellsItAsATable() {
        Page page = logInAt(Look.DESK, "/");
        assertThat(page.locator(".load-panel consumo-chart svg")).isVisible();
        assertThat(page.locator(".load-panel consumo-chart")).hasAttribute("role", "img");

        page.locator(".load-panel .chart-toggle").click();

        assertThat(page.locator(".load-panel .table tbody tr")).hasCount(48);
        assertThat(page.locator(".load-panel .table tbody tr").first()).containsText("kWh");
    }

    @Test
    void showsANewCaseWithoutReload() {
        Page page = logInAt(Look.DESK, "/");
        assertThat(page.locator(".case")).hasCount(8);

        API.addCase("N1");

        assertThat(page.locator(".case").first().locator("a.case-finding"))
                .hasAttribute("href", Pattern.compile("/anomalies/N1"));
        assertThat(page.locator(".case.case-entering")).hasCount(1);
    }

    @Test
    void keepsStillUnderThePointer() {
        Page page = logInAt(Look.DESK, "/");
        Locator first = page.locator(".case").first().locator("a.case-finding");
        assertThat(first).hasAttribute("href", Pattern.compile("K0000"));
        page.locator(".case").first().hover();

        API.addCase("N1");
        API.addCase("N2");

        assertThat(page.locator(".pill")).hasText("2 new");
        assertThat(first).hasAttribute("href", Pattern.compile("K0000"));
        page.locator(".pill").click();
        assertThat(first).hasAttribute("href", Pattern.compile("N2"));
    }

    @Test
    void namesTheBrokenPartAndWhatToDo() {
        API.broken("kafka");
        Page page = logInAt(Look.DESK, "/");

        assertThat(page.locator(".part-DOWN")).containsText("Kafka");
        assertThat(page.locator(".advice")).containsText("./start.sh");
        assertThat(page.locator(".live")).containsText("Kafka down");
        shoot(page, "overview-broken");
    }

    @Test
    void keepsTheLastFiguresWhileTheApiIsAway() {
        Page page = logInAt(Look.DESK, "/");
        assertThat(page.locator(".tile-figure").first()).hasText("48");

        API.failing(true);

        assertThat(page.locator(".live")).containsText("API down");
        assertThat(page.locator(".failed")).containsText("./start.sh status");
        assertThat(page.locator(".part-DOWN")).containsText("API");
        assertThat(page.locator(".part-UNKNOWN")).hasCount(6);
        assertThat(page.locator(".tile-figure").first()).hasText("48");
        shoot(page, "overview-away");
        API.failing(false);
        assertThat(page.locator(".failed")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/anomalies", "/clients", "/clients/C-000007", "/monthly", "/lifecycle", "/rules"})
    void recoversByItselfOnceTheApiIsBack(String path) {
        Page page = logInAt(Look.DESK, "/");
        assertThat(page.locator(".tile-figure").first()).hasText("48");
        API.failing(true);
        page.navigate(url(path));
        assertThat(page.locator(".content .failed").first()).containsText("The API does not answer");

        API.failing(false);

        assertThat(page.locator(".content .failed"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
        assertThat(page.locator("[aria-busy], .skeleton, vaadin-grid[loading]")).hasCount(0);
        assertThat(page.locator(".content :is(.cell-client, .cell-link, .table tbody tr, .strip-day)")
                        .first())
                .isVisible();
    }

    @Test
    void loadsLibrariesAndStylesOnlyOnce() {
        Page page = logInAt(Look.DESK, "/");
        assertThat(page.locator("consumo-chart svg").first()).isVisible();

        page.reload();
        assertThat(page.locator("consumo-chart svg").first()).isVisible();

        // Of a file that is in the cache nothing is transferred, or headers only.
        Object again = page.evaluate("""
                () => performance.getEntriesByType('resource')
                    .filter(file => /[.](js|css)$/.test(new URL(file.name).pathname) && file.transferSize > 1000)
                    .map(file => file.name)""");
        assertThat((List<?>) again).as("scripts and styles loaded again").isEmpty();
    }

    @Test
    void saysHowToFillAnEmptyInstallation() {
        API.empty(true);
        Page page = logInAt(Look.DESK, "/");

        assertThat(page.locator(".empty").first()).containsText("./start.sh producer --mode once");
        shoot(page, "overview-empty");
    }

    @Test
    void asksTheApiOnlyWhileSomebodyLooks() {
        Page page = logInAt(Look.DESK, "/");
        assertThat(page.locator(".tile-figure").first()).hasText("48");
        page.context().close();
        pages.remove(page);

        AtomicInteger asked = new AtomicInteger(-1);
        await().pollInterval(Duration.ofMillis(700))
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(15))
                .until(() -> {
                    int now = API.asked("/overview");
                    return asked.getAndSet(now) == now;
                });
    }

    // Frame

    @Test
    void speaksSpanishFromThenOn() {
        Page page = logInAt(Look.DESK, "/");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("español"))
                .click();
        assertThat(page.locator("h1")).hasText("Resumen");
        assertThat(page.locator(".tile", containing("Energía hoy"))).isVisible();

        page.navigate(url("/clients"));

        assertThat(page.locator("h1")).hasText("Clientes");
        assertThat(page.locator("html")).hasAttribute("lang", "es");
    }

    @Test
    void remembersTheThemeThatWasChosen() {
        Page page = logInAt(Look.DESK, "/lifecycle");
        page.locator(".theme-switch").click();
        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(14, 19, 23)");
    }

    @Test
    void findsAClientByKeyboard() {
        Page page = logInAt(Look.DESK, "/");
        assertThat(page.locator(".tile-figure").first()).hasText("48");
        page.keyboard().press("/");
        page.keyboard().type("042");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(url("/clients/C-000042"));
        assertThat(page.locator("h1")).hasText("C-000042");
        page.keyboard().press("Control+k");
        assertThat(page.locator(".search input")).isFocused();
    }

    @Test
    void foldsTheDemoBannerForTheSession() {
        Page page = logInAt(Look.DESK, "/");
        page.locator(".banner button").click();
        assertThat(page.locator(".banner")).isHidden();

        page.navigate(url("/monthly"));

        assertThat(page.locator(".live-LIVE")).isVisible();
        assertThat(page.locator(".banner")).isHidden();
    }

    @Test
    void navigatesAtTheBottomOfAPhone() {
        Page page = logInAt(Look.PHONE, "/");
        var box = page.locator(".nav").boundingBox();

        assertThat(box.y + box.height).isEqualTo(844);
        page.locator(".nav").getByText("Months").click();
        assertThat(page.locator("h1")).hasText("Monthly analysis");
    }

    // Other pages

    @Test
    void keepsFilterAndCaseInTheAddress() {
        Page page = logInAt(Look.DESK, "/anomalies");
        page.locator(".filter-chip", containing("Fraud")).click();
        assertThat(page).hasURL(url("/anomalies?type=FRAUD"));
        page.locator("vaadin-grid").getByText("C-000001").first().click();

        assertThat(page).hasURL(url("/anomalies/K0000?type=FRAUD"));
        assertThat(page.locator(".case-detail > h2")).containsText("Consumption fell");
        assertThat(page.locator(".case-detail consumo-chart svg")).isVisible();
        assertThat(page.locator(".case-count")).hasText("6 cases");
    }

    @Test
    void saysThatThereIsNoSuchCase() {
        Page page = logInAt(Look.DESK, "/anomalies/nonsense");

        assertThat(page.locator(".failed")).containsText("There is no such thing");
    }

    @Test
    void opensAClientFromTheTable() {
        Page page = logInAt(Look.DESK, "/clients?search=00001");
        assertThat(page.locator(".case-count")).hasText("11 clients");
        page.getByText("C-000012").click();

        assertThat(page.locator("h1")).hasText("C-000012");
        assertThat(page.locator(".client consumo-chart svg")).hasCount(2);
        assertThat(page.locator(".client .table tbody tr")).hasCount(3);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void fitsTheWindowAndCanBeReadOnEveryPage(Look look) {
        Page page = logInAt(look, "/");
        List<String> violations = new ArrayList<>();
        for (String path : PATHS) {
            page.navigate(url(path));
            assertThat(page.locator(".live consumo-ago")).not().isEmpty();
            assertThat(page.locator("[aria-busy], .skeleton, vaadin-grid[loading]"))
                    .hasCount(0);
            assertThat(page.locator("consumo-chart:not(:has(svg))")).hasCount(0);
            shoot(page, name(look, path));

            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(look.width());
            Accessibility.violations(page).forEach(violation -> violations.add(path + " " + violation));
            assertThat(page.evaluate(Contrast.POOR))
                    .as("poor contrast on %s", path)
                    .isEqualTo(List.of());
        }
        assertThat(violations)
                .as("rules of WCAG 2.2 AA that axe-core finds broken")
                .isEmpty();
    }
}
