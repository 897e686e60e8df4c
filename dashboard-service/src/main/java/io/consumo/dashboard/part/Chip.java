package io.consumo.dashboard.part;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Span;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import io.consumo.model.api.Anomaly;
import org.jspecify.annotations.Nullable;

/** A short coloured word. */
public final class Chip extends Span {

    private Chip(String text, String... classes) {
        super(text);
        addClassName("chip");
        addClassNames(classes);
    }

    /** The word with bars that rise with it, so that it does not depend on colour. */
    public static Chip of(Severity severity) {
        return new Chip(word(severity), "severity", classOf(severity));
    }

    public static Chip ofType(Anomaly anomaly) {
        return new Chip(word(anomaly.type(), anomaly.subtype()), "type");
    }

    public static Chip of(CaseStatus status) {
        return new Chip(word(status), "status", "status-" + status);
    }

    public static String word(Severity severity) {
        return translate("severity." + severity);
    }

    public static String word(CaseStatus status) {
        return translate("status." + status);
    }

    public static String word(AnomalyType type, @Nullable AnomalySubtype subtype) {
        String word = translate("type." + type);
        return subtype == null ? word : word + " · " + translate("subtype." + subtype);
    }

    public static String classOf(Severity severity) {
        return "severity-" + severity;
    }
}
