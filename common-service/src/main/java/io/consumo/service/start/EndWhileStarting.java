package io.consumo.service.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Whatever is told to stop while it starts ends at once. It has nothing to lose yet, and Spring would first let it start,
 * which takes long on a busy machine, and for ever where it waits for PostgreSQL.
 */
public final class EndWhileStarting implements ApplicationListener<SpringApplicationEvent> {

    /** What a shell tells of a process that SIGTERM ended. */
    private static final int ENDED_BY_SIGTERM = 143;

    private @Nullable Thread hook;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationStartingEvent) {
            hook = new Thread(() -> Runtime.getRuntime().halt(ENDED_BY_SIGTERM), "end-while-starting");
            Runtime.getRuntime().addShutdownHook(hook);
        } else if (event instanceof ApplicationStartedEvent || event instanceof ApplicationFailedEvent) {
            forget();
        }
    }

    private void forget() {
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // It is ending already.
            }
            hook = null;
        }
    }
}
