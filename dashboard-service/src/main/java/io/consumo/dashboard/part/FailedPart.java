package io.consumo.dashboard.part;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.backend.BackendFailure;

/** Stands where something could not be shown: what failed, and what to do. */
public final class FailedPart extends Div {

    public FailedPart(BackendFailure failure) {
        addClassName("failed");
        getElement().setAttribute("role", "alert");
        Span title = new Span(translate("failure." + failure.kind() + ".title"));
        title.addClassName("failed-title");
        Paragraph advice = new Paragraph(translate("failure." + failure.kind() + ".advice"));
        add(Icon.of("warning"), title, advice);
        if (failure.is(BackendFailure.Kind.PROBLEM)) {
            Span detail = new Span(String.valueOf(failure.getMessage()));
            detail.addClassName("failed-detail");
            add(detail);
        }
    }

    public FailedPart(BackendFailure failure, Runnable again) {
        this(failure);
        NativeButton retry = new NativeButton(translate("failure.retry"), click -> again.run());
        retry.addClassNames("button");
        add(retry);
    }
}
