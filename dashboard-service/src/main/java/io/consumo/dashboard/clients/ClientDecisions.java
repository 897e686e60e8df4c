package io.consumo.dashboard.clients;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.ClientsClient;
import io.consumo.dashboard.part.Ago;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Toast;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.ClientException;
import io.consumo.model.api.Rebaseline;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people decided about a client, and for those who may, a way to decide it; what fails keeps what was typed. */
final class ClientDecisions extends Div {

    private static final Duration UNDO_TIME = Duration.ofSeconds(10);

    private final transient ClientsClient clients;
    private final transient Caller caller;
    private final transient String clientId;
    private final boolean decides;
    private final transient Formats formats;
    private final transient Runnable changed;
    private final Region region = new Region("line");
    private final Div failed = new Div();
    private final Div form = new Div();
    private final Div buttons = new Div();
    private transient @Nullable ClientException exception;

    /** @param changed is told after a decision */
    ClientDecisions(
            ClientsClient clients, Caller caller, String clientId, boolean decides, Formats formats, Runnable changed) {
        this.clients = clients;
        this.caller = caller;
        this.clientId = clientId;
        this.decides = decides;
        this.formats = formats;
        this.changed = changed;
        addClassName("client-decisions");
        buttons.addClassName("decision-buttons");
        if (decides) {
            buttons.add(
                    button("client.rebaseline", () -> open(rebaseline())),
                    button("client.except", () -> open(except())));
        }
        Card card = new Card(translate("client.decisions"), region, failed, form);
        card.tools(buttons);
        add(card);
    }

    void load() {
        region.load(() -> clients.exception(caller, clientId), this::told);
    }

    private Component told(Optional<ClientException> found) {
        exception = found.orElse(null);
        return found.<Component>map(this::told).orElseGet(() -> {
            Span none = new Span(translate("client.except.none"));
            none.addClassName("card-note");
            return none;
        });
    }

    private Component told(ClientException known) {
        Div line = new Div();
        line.addClassName("exception");
        String types = known.types().isEmpty()
                ? translate("client.except.all")
                : known.types().stream().map(type -> Chip.word(type, null)).collect(Collectors.joining(", "));
        LocalDate until = known.until();
        Span what = new Span(translate("client.except.told", types)
                + (until == null ? "" : " " + translate("client.except.until", formats.longDay(until))));
        what.addClassName("exception-what");
        Paragraph reason = new Paragraph(known.reason());
        reason.addClassName("trail-comment");
        line.add(what);
        if (known.by() != null) {
            line.add(new Span(known.by()));
        }
        if (known.at() != null) {
            line.add(new Ago(known.at(), formats));
        }
        if (decides) {
            line.add(button("client.except.end", () -> attempt(this::endException)));
        }
        return new Div(line, reason);
    }

    // Deciding

    private ClientDecisionForm rebaseline() {
        return ClientDecisionForm.rebaseline(
                formats,
                wanted -> attempt(() -> {
                    clients.rebaseline(caller, clientId, wanted);
                    Toast.tell(translate("client.rebaselined", clientId, day(wanted)));
                }),
                this::close);
    }

    private ClientDecisionForm except() {
        return ClientDecisionForm.exception(
                formats,
                exception,
                wanted -> attempt(() -> {
                    ClientException before = exception;
                    clients.except(caller, clientId, wanted);
                    Toast.undoable(
                            translate("client.excepted", clientId), UNDO_TIME, () -> attempt(() -> restore(before)));
                }),
                this::close);
    }

    private void endException() {
        ClientException before = exception;
        clients.endException(caller, clientId);
        Toast.undoable(translate("client.except.ended", clientId), UNDO_TIME, () -> attempt(() -> restore(before)));
    }

    private void restore(@Nullable ClientException before) {
        if (before == null) {
            clients.endException(caller, clientId);
        } else {
            clients.except(caller, clientId, before);
        }
    }

    private String day(Rebaseline wanted) {
        return formats.longDay(wanted.from());
    }

    private void attempt(Runnable decision) {
        failed.removeAll();
        try {
            decision.run();
            close();
            load();
            changed.run();
        } catch (BackendFailure failure) {
            if (failure.is(Kind.UNAUTHORISED)) {
                throw failure;
            }
            failed.add(new FailedPart(failure));
        }
    }

    private void open(ClientDecisionForm wanted) {
        failed.removeAll();
        form.removeAll();
        form.add(wanted);
        buttons.setVisible(false);
    }

    private void close() {
        failed.removeAll();
        form.removeAll();
        buttons.setVisible(true);
    }

    private static NativeButton button(String key, Runnable action) {
        NativeButton button = new NativeButton(translate(key), click -> action.run());
        button.addClassName("button");
        return button;
    }
}
