package io.consumo.dashboard.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.consumo.dashboard.backend.BackendFailure;
import java.util.function.Supplier;

/** Stands above a list whose rows cannot be fetched, says why, and has them fetched again until they can. */
public final class Unfetched extends Div {

    private final Component list;
    private final transient Runnable again;
    private boolean waiting;

    /** @param again has the list ask for its rows */
    public Unfetched(Component list, Runnable again) {
        this.list = list;
        this.again = again;
        addClassName("unfetched");
    }

    /** What was fetched; otherwise what stands for it until it is. */
    public <T> T fetch(Supplier<T> fetch, T otherwise) {
        try {
            T found = fetch.get();
            if (!waiting) {
                removeAll();
                list.removeClassName("without-rows");
            }
            return found;
        } catch (BackendFailure failure) {
            if (failure.is(BackendFailure.Kind.UNAUTHORISED)) {
                throw failure;
            }
            removeAll();
            add(new FailedPart(failure));
            list.addClassName("without-rows");
            if (!waiting && Again.helpsAgainst(failure)) {
                waiting = true;
                Again.later(this, this::tryAgain);
            }
            return otherwise;
        }
    }

    private void tryAgain() {
        waiting = false;
        again.run();
    }
}
