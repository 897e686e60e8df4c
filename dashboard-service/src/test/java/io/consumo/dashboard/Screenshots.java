package io.consumo.dashboard;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.consumo.dashboard.Browser.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pictures of all pages of a running installation, and the few of them that the documents show. */
class Screenshots {

    private static final Path ALL = Path.of("target/screenshots/tour");
    private static final Path KEPT = Path.of("../docs/images");
    private static final int QUALITY = 80;
    private static final Look SPANISH_PHONE = Look.PHONE.in("es");

    private static final List<Look> LOOKS = List.of(
            Look.DESK,
            Look.DESK.atNight(),
            Look.DESK.in("es"),
            Look.DESK.in("es").atNight(),
            Look.PHONE,
            Look.PHONE.atNight(),
            SPANISH_PHONE,
            SPANISH_PHONE.atNight());

    /** Page and look of each picture that is kept; names of pictures are those of the pages. */
    private static final Map<Look, List<String>> SHOWN = Map.of(
            Look.DESK,
            List.of("overview", "anomalies", "clients", "client", "monthly", "lifecycle", "rules"),
            Look.DESK.in("es").atNight(),
            List.of("overview", "anomalies"),
            SPANISH_PHONE,
            List.of("overview", "anomalies"),
            Look.PHONE.atNight(),
            List.of("client"));

    private final RunningDashboard dashboard = RunningDashboard.given();

    @Test
    void showsEveryPageInEveryLook() {
        try (Browser browser = new Browser()) {
            for (Look look : LOOKS) {
                Page page = dashboard.logIn(browser, look, "operator");
                page.locator(".banner button").click();
                String worst = dashboard.worstCase(page);
                shoot(page, look, "anomalies");
                String client = page.locator(".detail-client").first().textContent();
                shoot(page, look, "overview", "/");
                shoot(page, look, "clients", "/clients");
                shoot(page, look, "client", "/clients/" + client);
                shoot(page, look, "monthly", "/monthly");
                shoot(page, look, "lifecycle", "/lifecycle");
                shoot(page, look, "rules", "/rules");
                shoot(page, look, "case", worst);
                page.context().close();
            }
        }
    }

    private void shoot(Page page, Look look, String name, String path) {
        dashboard.visit(page, path);
        shoot(page, look, name);
    }

    private static void shoot(Page page, Look look, String name) {
        RunningDashboard.settled(page);
        String file = "%s-%d-%s-%s.webp".formatted(name, look.width(), look.language(), look.dark() ? "dark" : "light");
        boolean kept = SHOWN.getOrDefault(look, List.of()).contains(name);
        JsonObject form = new JsonObject();
        form.addProperty("format", "webp");
        form.addProperty("quality", QUALITY);
        // Playwright itself knows only PNG and JPEG, which take thrice as much or blur the letters.
        CDPSession chromium = page.context().newCDPSession(page);
        String picture =
                chromium.send("Page.captureScreenshot", form).get("data").getAsString();
        chromium.detach();
        try {
            Path folder = Files.createDirectories(kept ? KEPT : ALL);
            Files.write(folder.resolve(file), Base64.getDecoder().decode(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
