package io.consumo.dashboard.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.consumo.dashboard.text.Texts;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Language and theme as the reader last chose them, before anything is painted. */
@Component
class Appearance implements VaadinServiceInitListener {

    static final String LANGUAGE_COOKIE = "consumo-language";
    static final String THEME_COOKIE = "consumo-theme";
    private static final Set<String> THEMES = Set.of("light", "dark");

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(Appearance::dress);
        event.getSource().addUIInitListener(Appearance::begin);
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(new PageErrors()));
    }

    /** Keeps the choice in a cookie and loads the page again. */
    static void choose(UI ui, String cookie, String value) {
        ui.getPage().executeJs("consumo.remember($0, $1); location.reload()", cookie, value);
    }

    private static void begin(UIInitEvent event) {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null) {
            event.getUI().setLocale(language(request));
        }
    }

    private static void dress(IndexHtmlResponse response) {
        VaadinRequest request = response.getVaadinRequest();
        Element html = response.getDocument().expectFirst("html");
        html.attr("lang", language(request).toLanguageTag());
        cookie(request, THEME_COOKIE).filter(THEMES::contains).ifPresent(theme -> html.attr("data-theme", theme));
        response.getDocument()
                .head()
                .appendElement("script")
                .attr("src", "consumo.js")
                .attr("defer", true);
    }

    private static Locale language(VaadinRequest request) {
        return Texts.nearest(
                cookie(request, LANGUAGE_COOKIE).map(Locale::forLanguageTag).orElseGet(request::getLocale));
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
