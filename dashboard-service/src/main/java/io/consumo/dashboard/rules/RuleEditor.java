package io.consumo.dashboard.rules;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.part.Ago;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.part.RuleWords;
import io.consumo.dashboard.part.Toast;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.BacktestRequest;
import io.consumo.model.api.BacktestRequest.Trial;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleSettings;
import io.consumo.model.api.Session.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One rule's thresholds: to read, to try on stored days, to change; what was typed stays whatever fails. */
final class RuleEditor extends Div {

    private static final int LONGEST_REASON = 2_000;

    private final transient RuleSettings rule;
    private final transient Formats formats;
    private final transient Consumer<RuleChange> save;
    private final transient Consumer<BacktestRequest> tryOut;
    private final transient Consumer<String> again;
    private final Checkbox enabled = new Checkbox(translate("rules.enabled"));
    private final transient List<ThresholdField> fields;
    private final TextArea reason = new TextArea(translate("client.reason"));
    private final Div failed = new Div();

    /**
     * A form that shows what is in force.
     *
     * @param save may fail
     * @param tryOut may fail
     * @param again shows the rule as it stands now
     */
    RuleEditor(
            RuleSettings rule,
            Formats formats,
            Role role,
            Consumer<RuleChange> save,
            Consumer<BacktestRequest> tryOut,
            Consumer<String> again) {
        this.rule = rule;
        this.formats = formats;
        this.save = save;
        this.tryOut = tryOut;
        this.again = again;
        boolean tries = role != Role.VIEWER;
        boolean operates = role == Role.OPERATOR;
        addClassName("rule-editor");
        enabled.setValue(rule.enabled());
        enabled.setReadOnly(!tries);
        fields = rule.thresholds().stream()
                .map(threshold -> new ThresholdField(threshold, formats, tries))
                .toList();
        Div grid = new Div();
        grid.addClassName("thresholds");
        fields.forEach(grid::add);
        Card card = new Card(RuleWords.rule(rule.rule()), note(), enabled, grid, failed);
        add(card);
        if (operates) {
            reason.setMaxLength(LONGEST_REASON);
            reason.setRequiredIndicatorVisible(true);
            reason.addClassName("rule-reason");
            card.add(reason);
        }
        if (tries) {
            Div buttons = new Div(button("rules.try", "primary", this::tryThem));
            buttons.addClassName("decision-buttons");
            if (operates) {
                buttons.add(button("rules.save", "rules-save", this::saveThem));
            }
            buttons.add(button("rules.asShipped", "rules-shipped", () -> fields.forEach(ThresholdField::toStandard)));
            card.add(buttons);
        }
    }

    private Paragraph note() {
        Paragraph note = new Paragraph();
        note.addClassName("card-note");
        if (rule.changedBy() == null || rule.changedAt() == null) {
            note.add(new Span(translate("rules.neverChanged")));
        } else {
            note.add(
                    new Span(translate("rules.changedBy", rule.changedBy()) + " "), new Ago(rule.changedAt(), formats));
            if (rule.reason() != null) {
                note.add(new Span(": " + rule.reason()));
            }
        }
        return note;
    }

    private static NativeButton button(String key, String kind, Runnable action) {
        NativeButton button = new NativeButton(translate(key), click -> action.run());
        button.addClassNames("button", kind);
        return button;
    }

    private void tryThem() {
        if (areFieldsValid()) {
            attempt(() -> tryOut.accept(
                    new BacktestRequest(Map.of(rule.rule(), new Trial(enabled.getValue(), values())), null, null)));
        }
    }

    private void saveThem() {
        reason.setErrorMessage(translate("rules.reason.missing"));
        reason.setInvalid(reason.getValue().isBlank());
        if (areFieldsValid() && !reason.isInvalid()) {
            attempt(() -> {
                save.accept(new RuleChange(
                        enabled.getValue(), values(), reason.getValue().strip(), rule.version()));
                Toast.tell(translate("rules.saved", RuleWords.rule(rule.rule())));
            });
        }
    }

    private boolean areFieldsValid() {
        @Nullable ThresholdField wrong = null;
        for (ThresholdField field : fields) {
            if (!field.isFine() && wrong == null) {
                wrong = field;
            }
        }
        if (wrong != null) {
            wrong.focus();
        }
        return wrong == null;
    }

    /** Those that are to differ from what is in force. */
    private Map<String, Double> values() {
        Map<String, Double> values = new HashMap<>();
        fields.stream()
                .filter(ThresholdField::differsFromLive)
                .forEach(field -> values.put(field.name(), field.getValue()));
        return values;
    }

    private void attempt(Runnable action) {
        failed.removeAll();
        try {
            action.run();
        } catch (BackendFailure failure) {
            if (failure.is(Kind.UNAUTHORISED)) {
                throw failure;
            }
            failed.add(
                    failure.is(Kind.OVERTAKEN)
                            ? new FailedPart(failure, () -> again.accept(rule.rule()))
                            : new FailedPart(failure));
        }
    }
}
