package io.consumo.dashboard.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.AbstractNumberField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.server.VaadinSession;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.SimulationClient;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Progress;
import io.consumo.dashboard.part.Switch;
import io.consumo.dashboard.part.Toast;
import io.consumo.dashboard.part.Until;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.SimulationRequest;
import io.consumo.model.api.SimulationRun;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has readings simulated, with choices, and tells how far that is; it goes on over a reload. */
final class GenerateData extends Div {

    private static final String RUN = GenerateData.class.getName();
    private static final String DONE = "DONE";
    private static final String FAILED = "FAILED";
    private static final int CLIENTS = 50;
    private static final int MOST_CLIENTS = 10_000;
    private static final int DAYS = 60;
    private static final int MOST_DAYS = 400;
    private static final double ANOMALIES_PERCENT = 5;
    private static final int MOST_PERCENT = 100;

    private final transient SimulationClient simulations;
    private final transient Caller caller;
    private final transient Formats formats;
    private final NativeButton open = new NativeButton(translate("generate.open"), click -> ask());
    private final Progress progress = new Progress(translate("generate.title"));
    private Mode mode = Mode.ONCE;

    private enum Mode {
        ONCE,
        BACKFILL
    }

    GenerateData(SimulationClient simulations, Caller caller, Formats formats) {
        this.simulations = simulations;
        this.caller = caller;
        this.formats = formats;
        addClassName("generate");
        open.addClassName("button");
        open.addComponentAsFirst(Icon.of("generate"));
        progress.setVisible(false);
        add(progress, open);
        addAttachListener(event -> {
            if (VaadinSession.getCurrent().getAttribute(RUN) instanceof String id) {
                follow(id);
            }
        });
    }

    private void ask() {
        Dialog dialog = new Dialog(translate("generate.title"));
        IntegerField clients = whole(translate("generate.clients"), MOST_CLIENTS, CLIENTS);
        clients.setHelperText(translate("generate.clients.help"));
        IntegerField days = whole(translate("generate.days"), MOST_DAYS, DAYS);
        NumberField anomalies = new NumberField(translate("generate.anomalies"));
        anomalies.setMin(0);
        anomalies.setMax(MOST_PERCENT);
        anomalies.setErrorMessage(translate("threshold.allowed", range(0, MOST_PERCENT)));
        anomalies.setValue(ANOMALIES_PERCENT);
        anomalies.setHelperText(translate("generate.anomalies.help"));
        Paragraph meaning = new Paragraph();
        meaning.addClassName("card-note");
        Switch<Mode> modes = new Switch<>(
                translate("generate.mode"), List.of(Mode.values()), value -> translate("generate." + value), value -> {
                    mode = value;
                    meaning.setText(translate("generate." + value + ".text"));
                    days.setVisible(value == Mode.BACKFILL);
                });
        modes.choose(mode);
        Div failed = new Div();
        Div form = new Div(modes, meaning, clients, days, anomalies, failed);
        form.addClassName("dialog-form");
        NativeButton start = new NativeButton(translate("generate.start"), click -> {
            Stream<AbstractNumberField<?, ?>> wanted =
                    mode == Mode.BACKFILL ? Stream.of(clients, days, anomalies) : Stream.of(clients, anomalies);
            if (wanted.filter(GenerateData::isUnfit).count() == 0) {
                failed.removeAll();
                try {
                    start(clients.getValue(), mode == Mode.BACKFILL ? days.getValue() : null, anomalies.getValue());
                    dialog.close();
                } catch (BackendFailure failure) {
                    if (failure.is(Kind.UNAUTHORISED)) {
                        throw failure;
                    }
                    failed.add(new FailedPart(failure));
                }
            }
        });
        start.addClassNames("button", "primary");
        NativeButton cancel = new NativeButton(translate("decision.cancel"), click -> dialog.close());
        cancel.addClassName("button");
        dialog.getFooter().add(cancel, start);
        dialog.add(form);
        dialog.open();
    }

    private IntegerField whole(String label, int most, int value) {
        IntegerField field = new IntegerField(label);
        field.setMin(1);
        field.setMax(most);
        field.setErrorMessage(translate("threshold.allowed", range(1, most)));
        field.setStepButtonsVisible(true);
        field.setValue(value);
        return field;
    }

    private String range(int least, int most) {
        return formats.count(least) + Formats.TO + formats.count(most);
    }

    /** Marks it when it is empty, which no field does by itself. */
    private static boolean isUnfit(AbstractNumberField<?, ?> field) {
        if (field.isEmpty()) {
            field.setInvalid(true);
        }
        return field.isInvalid();
    }

    private void start(int clients, @Nullable Integer days, double anomaliesPercent) {
        SimulationRun run = simulations.start(
                caller,
                new SimulationRequest(mode.name().toLowerCase(Locale.ROOT), clients, days, anomaliesPercent / 100));
        VaadinSession.getCurrent().setAttribute(RUN, run.id());
        follow(run.id());
    }

    private void follow(String id) {
        open.setVisible(false);
        progress.setVisible(true);
        progress.show(translate("generate.waiting"), 0, 0);
        Until.over(this, () -> look(id), found -> found.map(this::take).orElseGet(this::end), this::giveUp);
    }

    private void giveUp(BackendFailure failure) {
        end();
        Toast.tell(translate("generate.lost", translate("failure." + failure.kind() + ".title")));
    }

    /** Nothing when nobody remembers it: the producer was started anew. */
    private Optional<SimulationRun> look(String id) {
        try {
            return Optional.of(simulations.find(caller, id));
        } catch (BackendFailure failure) {
            if (failure.is(Kind.NOT_FOUND)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private boolean end() {
        VaadinSession.getCurrent().setAttribute(RUN, null);
        open.setVisible(true);
        progress.setVisible(false);
        return true;
    }

    private boolean take(SimulationRun run) {
        boolean over = run.status().equals(DONE) || run.status().equals(FAILED);
        if (over) {
            end();
            Toast.tell(
                    run.status().equals(DONE)
                            ? translate("generate.done", run.readings() == null ? run.done() : run.readings())
                            : translate("generate.failed", String.valueOf(run.error())));
        } else {
            progress.show(
                    run.expected() > 0
                            ? translate("generate.running", formats.percent((double) run.done() / run.expected()))
                            : translate("generate.waiting"),
                    run.done(),
                    run.expected());
        }
        return over;
    }
}
