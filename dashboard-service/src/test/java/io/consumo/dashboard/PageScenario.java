package io.consumo.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.consumo.dashboard.Browser.Look;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages in a real browser, on made-up figures; no test may leave an error in the browser. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "consumo.api.export-silence=1s",
            "consumo.live.figures-every=300ms",
            "consumo.live.cases-every=300ms",
            "consumo.live.pipeline-every=300ms",
            "consumo.live.load-every=300ms",
            "management.prometheus.metrics.export.enabled=true"
        })
abstract class PageScenario {

    /** One for all classes, as they share the application. */
    static final StubApi API = new StubApi(0);

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static Browser browser;

    final List<Page> pages = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry registry) {
        registry.add("consumo.api.url", API::url);
    }

    @BeforeAll
    static void startBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
    }

    @BeforeEach
    void begin() {
        API.reset();
    }

    @AfterEach
    void closePages() {
        pages.forEach(page -> page.context().close());
        assertThat(errors).as("errors in the browser").isEmpty();
    }

    Page logInAt(Look look, String path) {
        return logInAs("operator", look, path);
    }

    Page logInAs(String username, Look look, String path) {
        Page page = open(look, path);
        logIn(page, username, StubApi.PASSWORD);
        page.locator(".frame").waitFor();
        return page;
    }

    Page open(Look look, String path) {
        Page page = browser.open(look);
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        pages.add(page);
        page.navigate(url(path));
        return page;
    }

    static void logIn(Page page, String username, String password) {
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
    }

    static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    static String name(Look look, String path) {
        String page = path.equals("/") ? "overview" : path.substring(1).replace('/', '-');
        return "%s-%d-%s-%s".formatted(page, look.width(), look.language(), look.dark() ? "dark" : "light");
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }
}
