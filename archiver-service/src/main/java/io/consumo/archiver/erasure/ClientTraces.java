package io.consumo.archiver.erasure;

/** A place that holds something of a client. */
public interface ClientTraces {

    /** For the audit. */
    String name();

    /** Removes all of it, however often it is called; returns how much went. */
    long erase(String clientId);
}
