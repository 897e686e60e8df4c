package io.consumo.dashboard.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import io.consumo.dashboard.backend.BackendFailure;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** A part of a page that loads by itself: a skeleton at once, then the content or what went wrong, until it goes well. */
public final class Region extends Div {

    private final transient AtomicInteger loads = new AtomicInteger();

    /** @param height class of the skeleton's height, so that nothing jumps */
    public Region(String height) {
        addClassNames("region", height);
        skeleton();
    }

    /**
     * Fetches aside and shows in the page; of several loads only the last is shown.
     *
     * @param show runs with the page locked
     */
    public <T> void load(Supplier<T> fetch, Function<T, Component> show) {
        skeleton();
        refresh(fetch, show);
    }

    /** As {@link #load}, with what is shown kept until then. */
    public <T> void refresh(Supplier<T> fetch, Function<T, Component> show) {
        UI ui = UI.getCurrentOrThrow();
        int load = loads.incrementAndGet();
        Thread.startVirtualThread(() -> {
            try {
                T fetched = fetch.get();
                tell(ui, () -> replace(load, () -> show.apply(fetched)));
            } catch (BackendFailure failure) {
                tell(ui, () -> fail(load, failure, () -> refresh(fetch, show)));
            }
        });
    }

    private static void tell(UI ui, Command content) {
        try {
            var _ = ui.access(content);
        } catch (UIDetachedException left) {
            // Nobody looks any more.
        }
    }

    private void fail(int load, BackendFailure failure, Runnable again) {
        if (failure.is(BackendFailure.Kind.UNAUTHORISED)) {
            throw failure;
        }
        replace(load, () -> new FailedPart(failure, again));
        if (Again.helpsAgainst(failure)) {
            Again.later(this, () -> {
                if (load == loads.get()) {
                    again.run();
                }
            });
        }
    }

    private void replace(int load, Supplier<Component> content) {
        if (load == loads.get()) {
            removeAll();
            getElement().removeAttribute("aria-busy");
            add(content.get());
        }
    }

    private void skeleton() {
        removeAll();
        getElement().setAttribute("aria-busy", "true");
        add(new Skeleton());
    }
}
