package io.consumo.stack.fault;

import io.consumo.stack.Restartable;
import java.time.Duration;

/**
 * Something that goes wrong for a while.
 *
 * @param begin returns when it has begun
 * @param end returns when it is over; does nothing where it is
 * @param longest how long it lasts at most
 */
public record Fault(String name, Runnable begin, Runnable end, Duration longest) {

    private static final Duration LONGEST_DEATH = Duration.ofMillis(1500);

    /** Killed by SIGKILL, and started again. */
    public static Fault kill(String name, Restartable victim) {
        return new Fault(name + " is killed", victim::kill, victim::restart, LONGEST_DEATH);
    }

    /** Hangs, and goes on where it was. */
    public static Fault freeze(String name, Restartable victim, Duration longest) {
        return new Fault(name + " hangs", victim::freeze, victim::thaw, longest);
    }
}
