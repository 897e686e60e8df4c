package io.consumo.dashboard.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** How far something is: stage and share. */
public final class Progress extends Div {

    private final ProgressBar bar = new ProgressBar();
    private final Span text = new Span();

    public Progress(String name) {
        addClassName("progress");
        bar.getElement().setAttribute("aria-label", name);
        text.getElement().setAttribute("role", "status");
        add(text, bar);
    }

    /** @param total 0 while it is not known */
    public void show(String stage, long done, long total) {
        text.setText(stage);
        bar.setIndeterminate(total <= 0);
        if (total > 0) {
            bar.setValue(Math.clamp((double) done / total, 0, 1));
        }
    }
}
