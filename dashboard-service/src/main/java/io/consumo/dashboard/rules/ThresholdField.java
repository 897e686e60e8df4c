package io.consumo.dashboard.rules;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import io.consumo.dashboard.part.RuleWords;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.RuleSettings.Threshold;

/** A threshold with its unit, what is allowed, and what it is shipped as where it was changed. */
final class ThresholdField extends NumberField {

    private final transient Threshold threshold;
    private final transient Formats formats;

    ThresholdField(Threshold threshold, Formats formats, boolean editable) {
        this.threshold = threshold;
        this.formats = formats;
        setLabel(RuleWords.threshold(threshold.name()));
        setSuffixComponent(new Span(RuleWords.unit(threshold.unit())));
        setValue(threshold.value());
        setReadOnly(!editable);
        setMin(threshold.lowest());
        Double highest = threshold.highest();
        if (highest != null) {
            setMax(highest);
        }
        String allowed = translate("threshold.allowed", range());
        setI18n(new NumberFieldI18n()
                .setBadInputErrorMessage(allowed)
                .setRequiredErrorMessage(allowed)
                .setMinErrorMessage(allowed)
                .setMaxErrorMessage(allowed));
        addValueChangeListener(event -> tell());
        tell();
    }

    String name() {
        return threshold.name();
    }

    void toStandard() {
        setValue(threshold.standard());
    }

    boolean differsFromLive() {
        Double value = getValue();
        return value == null || value != threshold.value();
    }

    /** Marks it when it is empty or beyond what is allowed. */
    boolean isFine() {
        Double value = getValue();
        Double highest = threshold.highest();
        boolean fine = value != null && value >= threshold.lowest() && (highest == null || value <= highest);
        if (!fine) {
            setErrorMessage(translate("threshold.allowed", range()));
            setInvalid(true);
        }
        return fine;
    }

    private void tell() {
        Double value = getValue();
        boolean changed = value == null || value != threshold.standard();
        setHelperText(changed ? translate("threshold.shipped", formats.rate(threshold.standard()), range()) : range());
        setClassName("changed", changed);
    }

    private String range() {
        Double highest = threshold.highest();
        return highest == null
                ? translate("threshold.from", formats.rate(threshold.lowest()))
                : formats.rate(threshold.lowest()) + Formats.TO + formats.rate(highest);
    }
}
