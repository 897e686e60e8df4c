package io.consumo.dashboard.lifecycle;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.consumo.dashboard.backend.ArchiveClient;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.part.DayField;
import io.consumo.dashboard.part.Facts;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.RestorePreview;
import io.consumo.model.api.RestoreRequest;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Which days, what that would load, and off it goes; with a way back, and nothing typed is lost. */
final class RestoreWizard {

    private static final int SUGGESTED_DAYS = 7;

    private final ArchiveClient archive;
    private final Caller caller;
    private final Formats formats;
    private final Consumer<ArchiveRun> began;
    private final Dialog dialog = new Dialog(translate("wizard.title"));
    private final DayField from;
    private final DayField to;
    private final TextField client = new TextField(translate("wizard.client"));
    private final Div step = new Div();
    private final Div failed = new Div();
    private final Div buttons = new Div();

    /**
     * Not open yet.
     *
     * @param last the newest day that is archived
     */
    RestoreWizard(ArchiveClient archive, Caller caller, Formats formats, LocalDate last, Consumer<ArchiveRun> began) {
        this.archive = archive;
        this.caller = caller;
        this.formats = formats;
        this.began = began;
        from = new DayField(formats, translate("wizard.from"));
        to = new DayField(formats, translate("wizard.to"));
        from.setMax(last);
        to.setMax(last);
        from.setValue(last.minusDays(SUGGESTED_DAYS - 1L));
        to.setValue(last);
        client.setHelperText(translate("wizard.client.help"));
        client.setClearButtonVisible(true);
        step.addClassName("dialog-form");
        buttons.addClassName("decision-buttons");
        dialog.add(step, failed);
        dialog.getFooter().add(buttons);
    }

    void open() {
        ask();
        dialog.open();
    }

    private void ask() {
        show(new Paragraph(translate("wizard.text")), from, to, client);
        buttons(
                button("decision.cancel", false, dialog::close),
                button("wizard.preview", true, () -> attempt(this::preview)));
    }

    private void preview() {
        if (from.getValue() == null || to.getValue() == null || from.getValue().isAfter(to.getValue())) {
            to.setErrorMessage(translate("wizard.range"));
            to.setInvalid(true);
            return;
        }
        String wanted = client.getValue().strip();
        RestoreRequest request = new RestoreRequest(from.getValue(), to.getValue(), wanted.isEmpty() ? null : wanted);
        RestorePreview preview = archive.preview(caller, request);
        Facts facts = new Facts()
                .fact(translate("column.days"), formats.days(preview.from(), preview.to()))
                .fact(
                        translate("column.client"),
                        preview.clientId() == null ? translate("restores.all") : preview.clientId())
                .fact(translate("wizard.days"), translate("case.days", preview.days()))
                .fact(translate("column.rows"), formats.count(preview.rows()))
                .fact(translate("column.clients"), formats.count(preview.clients()))
                .fact(translate("wizard.expires"), translate("case.days", preview.expiresAfterDays()));
        show(
                facts,
                new Paragraph(
                        preview.notArchived().isEmpty()
                                ? translate("wizard.whole")
                                : translate(
                                        "wizard.notArchived",
                                        preview.notArchived().size())));
        NativeButton restore = button(
                "wizard.restore",
                true,
                () -> attempt(() -> {
                    began.accept(archive.restore(caller, request));
                    dialog.close();
                }));
        restore.setEnabled(preview.days() > 0);
        buttons(button("wizard.back", false, this::ask), restore);
    }

    private void show(Component... components) {
        failed.removeAll();
        step.removeAll();
        step.add(components);
    }

    private void buttons(NativeButton... wanted) {
        buttons.removeAll();
        buttons.add(wanted);
    }

    private void attempt(Runnable action) {
        failed.removeAll();
        try {
            action.run();
        } catch (BackendFailure failure) {
            if (failure.is(Kind.UNAUTHORISED)) {
                throw failure;
            }
            failed.add(new FailedPart(failure));
        }
    }

    private static NativeButton button(String key, boolean primary, Runnable action) {
        NativeButton button = new NativeButton(translate(key), click -> action.run());
        button.addClassName("button");
        button.setClassName("primary", primary);
        return button;
    }
}
