package io.consumo.stack;

/** A process of a test's own that may be killed, started again, and made to hang. */
public interface Restartable {

    /** By SIGKILL; returns when it is gone. */
    void kill();

    /** Does nothing when it runs. */
    void restart();

    /** Makes it hang, as SIGSTOP does: its connections stay, and nothing answers. */
    void freeze();

    /** Lets it go on from where it was, as if no time had passed; does nothing when it does not hang. */
    void thaw();
}
