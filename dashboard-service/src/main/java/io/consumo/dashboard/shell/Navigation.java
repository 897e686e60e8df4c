package io.consumo.dashboard.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.part.Icon;
import java.util.EnumMap;
import java.util.Map;

/** The way to the five pages: at the left, or at the bottom of a phone. */
final class Navigation extends Nav {

    private final transient Map<Section, Anchor> links = new EnumMap<>(Section.class);

    Navigation() {
        addClassName("nav");
        getElement().setAttribute("aria-label", translate("nav.label"));
        Anchor brand = new Anchor("/", Icon.of("brand"), new Span("Consumo"));
        brand.addClassName("nav-brand");
        add(brand);
        for (Section section : Section.values()) {
            String name = translate(section.key());
            Span label = new Span(name);
            label.addClassName("nav-label");
            Span shortLabel = new Span(translate(section.key() + ".short"));
            shortLabel.addClassName("nav-short");
            shortLabel.getElement().setAttribute("aria-hidden", "true");
            Anchor link = new Anchor(section.href(), Icon.of(section.icon()), label, shortLabel);
            link.setAriaLabel(name);
            link.addClassName("nav-link");
            link.getElement().setAttribute("title", name);
            links.put(section, link);
            add(link);
        }
    }

    void mark(String firstSegment) {
        links.forEach((section, link) -> {
            if (section.leadsTo(firstSegment)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
