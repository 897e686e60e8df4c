package io.consumo.dashboard.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.backend.Caller;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps a component up to date with a topic while it is on a page that somebody can see. */
public final class Watching<T> {

    private final LiveTopic<T> topic;
    private final Caller caller;
    private final Consumer<Fetched<T>> show;
    private @Nullable Registration registration;

    private Watching(LiveTopic<T> topic, Caller caller, Consumer<Fetched<T>> show) {
        this.topic = topic;
        this.caller = caller;
        this.show = show;
    }

    /**
     * Begins when the component comes onto a page.
     *
     * @param show runs with the page locked
     */
    public static <T> void keep(Component component, LiveTopic<T> topic, Caller caller, Consumer<Fetched<T>> show) {
        Watching<T> watching = new Watching<>(topic, caller, show);
        component.addAttachListener(attach -> {
            UI ui = attach.getUI();
            Registration sight = Signal.effect(component, () -> watching.follow(ui));
            component.addDetachListener(detach -> {
                detach.unregisterListener();
                sight.remove();
                watching.end();
            });
        });
    }

    private void follow(UI ui) {
        if (ui.getPage().pageVisibilitySignal().get() == PageVisibility.HIDDEN) {
            end();
        } else {
            begin(ui);
        }
    }

    private void begin(UI ui) {
        if (registration == null) {
            registration = topic.watch(caller, fetched -> {
                // A page that is gone meanwhile no longer wants to know.
                var _ = ui.access(() -> take(fetched));
            });
        }
    }

    private void end() {
        if (registration != null) {
            registration.remove();
            registration = null;
        }
    }

    private void take(Fetched<T> fetched) {
        BackendFailure failure = fetched.failure();
        if (failure != null && failure.is(Kind.UNAUTHORISED)) {
            throw failure;
        }
        if (registration != null) {
            show.accept(fetched);
        }
    }
}
