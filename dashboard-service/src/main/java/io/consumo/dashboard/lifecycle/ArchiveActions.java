package io.consumo.dashboard.lifecycle;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.consumo.dashboard.part.Progress;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.Texts;
import io.consumo.model.api.ArchiveRun;
import org.jspecify.annotations.Nullable;

/** What an operator can have done, or how far that is: only one at a time. */
final class ArchiveActions extends Div {

    private static final String RUNNING = "RUNNING";

    private final transient Formats formats;
    private final boolean operates;
    private final Div buttons = new Div();
    private final Progress progress = new Progress(translate("archive.progress"));

    ArchiveActions(boolean operates, Runnable archive, Runnable verify, Runnable restore, Formats formats) {
        this.formats = formats;
        this.operates = operates;
        addClassName("archive-actions");
        buttons.addClassName("decision-buttons");
        buttons.add(
                button("archive.run", archive, true),
                button("archive.verify", verify, false),
                button("archive.restore", restore, false));
        progress.setVisible(false);
        buttons.setVisible(operates);
        add(buttons, progress);
    }

    private static NativeButton button(String key, Runnable action, boolean primary) {
        NativeButton button = new NativeButton(translate(key), click -> action.run());
        button.addClassName("button");
        button.setClassName("primary", primary);
        return button;
    }

    static boolean isRunning(ArchiveRun run) {
        return run.state().equals(RUNNING);
    }

    void show(@Nullable ArchiveRun run) {
        boolean running = run != null && isRunning(run);
        buttons.setVisible(operates && !running);
        progress.setVisible(running);
        if (run != null && running) {
            String kind = translate("operation." + run.kind());
            String step = run.day() == null || run.step() == null
                    ? kind
                    : translate("archive.step", kind, step(run.step()), formats.day(run.day()));
            progress.show(
                    run.total() == 0 ? step : translate("archive.at", step, run.done(), run.total()),
                    run.done(),
                    run.total());
        }
    }

    private static String step(String step) {
        String key = "step." + step;
        return Texts.has(key) ? translate(key) : step;
    }
}
