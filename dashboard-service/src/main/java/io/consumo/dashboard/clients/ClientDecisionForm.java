package io.consumo.dashboard.clients;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.part.DayField;
import io.consumo.dashboard.part.Keys;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.AnomalyType;
import io.consumo.model.api.ClientException;
import io.consumo.model.api.Rebaseline;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks from which day a client's new normal counts, or what is in order with it, and why. */
final class ClientDecisionForm extends Div {

    private static final int LONGEST_REASON = 2_000;

    private final DayField day;
    private final TextArea reason = new TextArea(translate("client.reason"));
    private transient Runnable submit = () -> {};

    private ClientDecisionForm(String kind, DayField day, Runnable cancel) {
        this.day = day;
        addClassNames("decision-form", "client-form");
        getElement().setAttribute("role", "group").setAttribute("aria-label", translate("client." + kind));
        Paragraph text = new Paragraph(translate("client." + kind + ".text"));
        text.addClassName("card-note");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setMinRows(2);
        NativeButton primary = new NativeButton(translate("client." + kind + ".submit"), click -> {
            if (isComplete()) {
                submit.run();
            }
        });
        primary.addClassNames("button", "primary");
        Keys.press(primary, "Control+Enter");
        NativeButton giveUp = new NativeButton(translate("decision.cancel"), click -> cancel.run());
        giveUp.addClassName("button");
        Keys.press(giveUp, "Escape");
        Div buttons = new Div(primary, giveUp);
        buttons.addClassName("decision-buttons");
        add(text, day, reason, buttons);
    }

    static ClientDecisionForm rebaseline(Formats formats, Consumer<Rebaseline> decide, Runnable cancel) {
        DayField from = new DayField(formats, translate("client.rebaseline.from"));
        from.setMax(LocalDate.now(formats.zone()));
        from.setRequiredIndicatorVisible(true);
        ClientDecisionForm form = new ClientDecisionForm("rebaseline", from, cancel);
        form.submit = () -> decide.accept(new Rebaseline(from.getValue(), form.words(), null, null));
        form.addAttachListener(event -> from.focus());
        return form;
    }

    /** @param known what was said before; null when nothing was */
    static ClientDecisionForm exception(
            Formats formats, @Nullable ClientException known, Consumer<ClientException> decide, Runnable cancel) {
        DayField until = new DayField(formats, translate("client.except.last"));
        until.setMin(LocalDate.now(formats.zone()));
        until.setHelperText(translate("client.except.last.help"));
        CheckboxGroup<AnomalyType> types = new CheckboxGroup<>(translate("client.except.types"));
        types.setItems(AnomalyType.values());
        types.setItemLabelGenerator(type -> Chip.word(type, null));
        types.setHelperText(translate("client.except.types.help"));
        ClientDecisionForm form = new ClientDecisionForm("except", until, cancel);
        form.submit = () -> decide.accept(
                new ClientException(List.copyOf(types.getValue()), until.getValue(), form.words(), null, null));
        form.addComponentAtIndex(1, types);
        if (known != null) {
            types.setValue(Set.copyOf(known.types()));
            until.setValue(known.until());
            form.reason.setValue(known.reason());
        }
        form.addAttachListener(event -> form.reason.focus());
        return form;
    }

    private String words() {
        return reason.getValue().strip();
    }

    private boolean isComplete() {
        boolean dayMissing = day.isRequiredIndicatorVisible() && day.getValue() == null;
        day.setErrorMessage(translate("client.day.missing"));
        day.setInvalid(dayMissing || day.isInvalid());
        reason.setErrorMessage(translate("client.reason.missing"));
        reason.setInvalid(reason.getValue().isBlank());
        return !day.isInvalid() && !reason.isInvalid();
    }
}
