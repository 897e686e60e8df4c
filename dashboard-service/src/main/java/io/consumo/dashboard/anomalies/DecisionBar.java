package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.consumo.dashboard.anomalies.Drafts.Draft;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.part.Keys;
import io.consumo.model.CaseStatus;
import io.consumo.model.api.CaseDecision;
import java.util.Set;
import java.util.function.Consumer;

/** The decisions that can be made; what fails is told here, and what was typed stays. */
final class DecisionBar extends Div {

    private final transient Drafts drafts;
    private final transient String subject;
    private final transient Consumer<CaseDecision> decide;
    private final transient Runnable again;
    private final Div form = new Div();
    private final Div failed = new Div();
    private final Div buttons = new Div();

    /**
     * @param subject what the drafts are kept under
     * @param next the states that are allowed
     * @param decide may fail
     * @param again shows the case as it stands now
     */
    DecisionBar(Drafts drafts, String subject, Set<CaseStatus> next, Consumer<CaseDecision> decide, Runnable again) {
        this.drafts = drafts;
        this.subject = subject;
        this.decide = decide;
        this.again = again;
        addClassName("decision-bar");
        getElement().setAttribute("role", "group").setAttribute("aria-label", translate("decision.title"));
        buttons.addClassName("decision-buttons");
        for (DecisionKind kind : DecisionKind.values()) {
            if (kind.status() == null || next.contains(kind.status())) {
                buttons.add(button(kind));
            }
        }
        add(failed, form, buttons);
        drafts.find(subject).ifPresent(this::open);
    }

    /** Beside the decisions. */
    void more(Component... components) {
        buttons.add(components);
    }

    private NativeButton button(DecisionKind kind) {
        NativeButton button = new NativeButton(translate("decision." + kind), click -> begin(kind));
        button.addClassNames("button", "decision-" + kind);
        button.setClassName("asks", kind.wantsWords());
        Keys.press(button, kind.key());
        return button;
    }

    private void begin(DecisionKind kind) {
        if (kind.wantsWords()) {
            Draft typed = drafts.find(subject).orElse(new Draft(kind, null, ""));
            open(new Draft(kind, typed.reason(), typed.comment()));
        } else {
            attempt(new CaseDecision(kind.status(), null, null, null, null));
        }
    }

    private void open(Draft draft) {
        drafts.keep(subject, draft);
        buttons.setVisible(false);
        form.removeAll();
        form.add(new DecisionForm(draft, typed -> drafts.keep(subject, typed), this::attempt, this::close));
    }

    private void close() {
        drafts.drop(subject);
        form.removeAll();
        failed.removeAll();
        buttons.setVisible(true);
    }

    /** Does it, or tells why not and leaves everything as it was. */
    void attempt(CaseDecision decision) {
        failed.removeAll();
        try {
            decide.accept(decision);
            close();
        } catch (BackendFailure failure) {
            if (failure.is(Kind.UNAUTHORISED)) {
                throw failure;
            }
            boolean outdated = failure.is(Kind.OVERTAKEN) || failure.is(Kind.NOT_ALLOWED_NOW);
            failed.add(outdated ? new FailedPart(failure, again) : new FailedPart(failure));
        }
    }
}
