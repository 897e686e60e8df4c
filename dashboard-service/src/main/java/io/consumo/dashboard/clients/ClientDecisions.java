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
import java.time.Instant;
import java.time.LocalDate;
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
    private transient Decided decided = new Decided(null, null);

    private record Decided(
            @Nullable Rebaseline rebaseline, @Nullable ClientException exception) {}

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
        region.load(
                () -> new Decided(
                        clients.rebaseline(caller, clientId).orElse(null),
                        clients.exception(caller, clientId).orElse(null)),
                this::told);
    }

    private Component told(Decided found) {
        decided = found;
        Div all = new Div();
        if (found.rebaseline() != null) {
            all.add(told(found.rebaseline()));
        }
        if (found.exception() != null) {
            all.add(told(found.exception()));
        }
        if (all.getComponentCount() == 0) {
            Span none = new Span(translate("client.except.none"));
            none.addClassName("card-note");
            all.add(none);
        }
        return all;
    }

    private Component told(Rebaseline known) {
        return told(
                translate("client.rebaselined.told", day(known)),
                known.by(),
                known.at(),
                known.reason(),
                button("client.rebaseline.end", () -> attempt(this::endRebaseline)));
    }

    private Component told(ClientException known) {
        String types = known.types().isEmpty()
                ? translate("client.except.all")
                : known.types().stream().map(type -> Chip.word(type, null)).collect(Collectors.joining(", "));
        LocalDate until = known.until();
        return told(
                translate("client.except.told", types)
                        + (until == null ? "" : " " + translate("client.except.until", formats.longDay(until))),
                known.by(),
                known.at(),
                known.reason(),
                button("client.except.end", () -> attempt(this::endException)));
    }

    private Component told(
            String decision, @Nullable String by, @Nullable Instant at, String why, NativeButton takeBack) {
        Span what = new Span(decision);
        what.addClassName("exception-what");
        Paragraph reason = new Paragraph(why);
        reason.addClassName("trail-comment");
        Div line = new Div(what);
        line.addClassName("exception");
        if (by != null) {
            line.add(new Span(by));
        }
        if (at != null) {
            line.add(new Ago(at, formats));
        }
        if (decides) {
            line.add(takeBack);
        }
        return new Div(line, reason);
    }

    // Deciding

    private ClientDecisionForm rebaseline() {
        return ClientDecisionForm.rebaseline(
                formats,
                wanted -> attempt(() -> {
                    Rebaseline before = decided.rebaseline();
                    clients.rebaseline(caller, clientId, wanted);
                    undoable(translate("client.rebaselined", clientId, day(wanted)), () -> restore(before));
                }),
                this::close);
    }

    private ClientDecisionForm except() {
        return ClientDecisionForm.exception(
                formats,
                decided.exception(),
                wanted -> attempt(() -> {
                    ClientException before = decided.exception();
                    clients.except(caller, clientId, wanted);
                    undoable(translate("client.excepted", clientId), () -> restore(before));
                }),
                this::close);
    }

    private void endRebaseline() {
        Rebaseline before = decided.rebaseline();
        clients.endRebaseline(caller, clientId);
        undoable(translate("client.rebaseline.ended", clientId), () -> restore(before));
    }

    private void endException() {
        ClientException before = decided.exception();
        clients.endException(caller, clientId);
        undoable(translate("client.except.ended", clientId), () -> restore(before));
    }

    private void undoable(String done, Runnable undo) {
        Toast.undoable(done, UNDO_TIME, () -> attempt(undo));
    }

    private void restore(@Nullable Rebaseline before) {
        if (before == null) {
            clients.endRebaseline(caller, clientId);
        } else {
            clients.rebaseline(caller, clientId, before);
        }
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
