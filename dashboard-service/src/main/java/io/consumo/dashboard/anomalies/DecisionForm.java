package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.consumo.dashboard.anomalies.Drafts.Draft;
import io.consumo.dashboard.part.Keys;
import io.consumo.model.DismissalReason;
import io.consumo.model.api.CaseDecision;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for the words of a decision: a reason where one is needed, a comment. */
final class DecisionForm extends Div {

    private static final int LONGEST_COMMENT = 4_000;

    private final DecisionKind kind;
    private final Select<DismissalReason> reason = new Select<>();
    private final TextArea comment = new TextArea();

    /**
     * @param typed is told what was typed so far
     * @param cancel when the reader thinks better of it
     */
    DecisionForm(Draft draft, Consumer<Draft> typed, Consumer<CaseDecision> decide, Runnable cancel) {
        kind = draft.kind();
        addClassName("decision-form");
        getElement().setAttribute("role", "group").setAttribute("aria-label", translate("decision." + kind));
        reason.setItems(DismissalReason.values());
        reason.setItemLabelGenerator(value -> translate("reason." + value));
        reason.setLabel(translate("decision.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setVisible(kind == DecisionKind.DISMISS);
        reason.setValue(draft.reason());
        comment.setLabel(translate("decision.comment"));
        comment.setMaxLength(LONGEST_COMMENT);
        comment.setMinRows(2);
        comment.setMaxRows(6);
        comment.setRequiredIndicatorVisible(kind == DecisionKind.COMMENT);
        comment.setValueChangeMode(ValueChangeMode.LAZY);
        comment.setValue(draft.comment());
        reason.addValueChangeListener(event -> typed.accept(draft()));
        comment.addValueChangeListener(event -> typed.accept(draft()));
        NativeButton submit = new NativeButton(translate("decision." + kind + ".submit"), click -> {
            if (isComplete()) {
                decide.accept(decision());
            }
        });
        submit.addClassNames("button", "primary");
        Keys.press(submit, "Control+Enter");
        NativeButton giveUp = new NativeButton(translate("decision.cancel"), click -> cancel.run());
        giveUp.addClassName("button");
        Keys.press(giveUp, "Escape");
        Div buttons = new Div(submit, giveUp);
        buttons.addClassName("decision-buttons");
        add(reason, comment, buttons);
        addAttachListener(event -> (kind == DecisionKind.DISMISS ? reason : comment).focus());
    }

    private boolean isComplete() {
        boolean reasonMissing = kind == DecisionKind.DISMISS && reason.getValue() == null;
        reason.setErrorMessage(translate("decision.reason.missing"));
        reason.setInvalid(reasonMissing);
        boolean commentMissing =
                kind == DecisionKind.COMMENT && comment.getValue().isBlank();
        comment.setErrorMessage(translate("decision.comment.missing"));
        comment.setInvalid(commentMissing);
        return !reasonMissing && !commentMissing;
    }

    private CaseDecision decision() {
        return new CaseDecision(kind.status(), null, reason.getValue(), words(), null);
    }

    private @Nullable String words() {
        String text = comment.getValue().strip();
        return text.isEmpty() ? null : text;
    }

    private Draft draft() {
        return new Draft(kind, reason.getValue(), comment.getValue());
    }
}
