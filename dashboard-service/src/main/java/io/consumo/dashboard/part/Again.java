package io.consumo.dashboard.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Tries once more, a little later, what may well succeed then. */
final class Again {

    private static final Duration LATER = Duration.ofSeconds(3);

    private Again() {}

    static boolean helpsAgainst(BackendFailure failure) {
        return failure.is(Kind.UNREACHABLE) || failure.is(Kind.THROTTLED);
    }

    /** Unless the component has left the page by then; runs with the page locked. */
    static void later(Component component, Runnable again) {
        UI ui = UI.getCurrentOrThrow();
        Executor later =
                CompletableFuture.delayedExecutor(LATER.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
        later.execute(() -> {
            try {
                var _ = ui.access(() -> {
                    if (component.isAttached()) {
                        again.run();
                    }
                });
            } catch (UIDetachedException left) {
                // Nobody looks any more.
            }
        });
    }
}
