package io.consumo.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium for the tests of the pages; {@code -Dconsumo.chromium} names another one. */
final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        Path executable = Path.of(System.getProperty("consumo.chromium", "/usr/bin/chromium"));
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException("no browser at " + executable
                    + ": apt-get install chromium, or name one with -Dconsumo.chromium=PATH");
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** How somebody looks at the pages. */
    record Look(int width, int height, String language, boolean dark) {

        static final Look DESK = new Look(1440, 900, "en", false);
        static final Look WALL = new Look(2560, 1440, "en", false);
        static final Look PHONE = new Look(390, 844, "en", false);

        Look in(String otherLanguage) {
            return new Look(width, height, otherLanguage, dark);
        }

        Look atNight() {
            return new Look(width, height, language, true);
        }
    }

    /** A page of somebody who was never here before. */
    Page open(Look look) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setLocale(look.language())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        return context.newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
