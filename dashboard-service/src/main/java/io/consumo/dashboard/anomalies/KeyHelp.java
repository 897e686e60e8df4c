package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.part.Facts;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Keys;
import java.util.List;

/** Tells the keys of the queue. */
final class KeyHelp extends NativeButton {

    private static final List<String> LOOKING = List.of("j", "k", "Enter", "/", "?");
    private static final List<String> DECIDING = List.of("a", "i", "c", "d", "m", "t", "x", "z");

    KeyHelp(boolean decides) {
        addClassName("icon-button");
        add(Icon.of("keys"));
        setAriaLabel(translate("keys.title"));
        getElement().setAttribute("title", translate("keys.title"));
        Keys.press(this, "?");
        addClickListener(click -> open(decides));
    }

    private static void open(boolean decides) {
        Facts keys = new Facts();
        keys.addClassName("keys");
        LOOKING.forEach(key -> tell(keys, key));
        if (decides) {
            DECIDING.forEach(key -> tell(keys, key));
        }
        Dialog dialog = new Dialog(translate("keys.title"));
        NativeButton close = new NativeButton(translate("keys.close"), click -> dialog.close());
        close.addClassName("button");
        dialog.getFooter().add(close);
        dialog.add(keys);
        dialog.open();
    }

    private static void tell(Facts keys, String key) {
        Span cap = new Span(key);
        cap.addClassName("key");
        keys.fact(translate("keys." + key), cap);
    }
}
