package io.consumo.dashboard.part;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.consumo.dashboard.text.Formats;
import java.time.Instant;

/** How long ago, counted on by the browser, with the exact time on hover. */
@Tag("consumo-ago")
public final class Ago extends Component {

    public Ago(Instant instant, Formats formats) {
        getElement().setAttribute("pattern", pattern());
        show(instant, formats);
    }

    public void show(Instant instant, Formats formats) {
        getElement().setAttribute("at", instant.toString());
        getElement().setAttribute("title", formats.exact(instant));
    }

    /** With {@code #} in the place of the duration. */
    public static String pattern() {
        return translate("time.ago");
    }
}
