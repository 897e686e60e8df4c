package io.consumo.dashboard.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again at something under way until it is over or its component leaves the page. */
public final class Until<T> {

    private static final Duration BETWEEN = Duration.ofMillis(700);

    private final UI ui = UI.getCurrentOrThrow();
    private final AtomicBoolean left = new AtomicBoolean();
    private final Supplier<T> fetch;
    private final Predicate<T> show;
    private final Consumer<BackendFailure> fail;
    private final Registration leaving;

    private Until(Component component, Supplier<T> fetch, Predicate<T> show, Consumer<BackendFailure> fail) {
        this.fetch = fetch;
        this.show = show;
        this.fail = fail;
        leaving = component.addDetachListener(event -> left.set(true));
    }

    /**
     * Begins.
     *
     * @param fetch runs aside
     * @param show runs with the page locked and answers whether it is over
     * @param fail runs with the page locked when looking again would not help; it is over then
     */
    public static <T> void over(
            Component component, Supplier<T> fetch, Predicate<T> show, Consumer<BackendFailure> fail) {
        Until<T> until = new Until<>(component, fetch, show, fail);
        Thread.startVirtualThread(until::look);
    }

    private void look() {
        if (left.get()) {
            return;
        }
        try {
            T now = fetch.get();
            var _ = ui.access(() -> {
                if (left.get()) {
                    return;
                }
                if (show.test(now)) {
                    leaving.remove();
                } else {
                    again();
                }
            });
        } catch (BackendFailure failure) {
            if (failure.is(Kind.UNREACHABLE) || failure.is(Kind.THROTTLED)) {
                again();
            } else {
                var _ = ui.access(() -> end(failure));
            }
        }
    }

    private void end(BackendFailure failure) {
        if (failure.is(Kind.UNAUTHORISED)) {
            throw failure;
        }
        if (!left.get()) {
            leaving.remove();
            fail.accept(failure);
        }
    }

    private void again() {
        Executor later = CompletableFuture.delayedExecutor(
                BETWEEN.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
        later.execute(this::look);
    }
}
