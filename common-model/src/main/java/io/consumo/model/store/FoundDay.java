package io.consumo.model.store;

/**
 * A day that is no longer in the window, and where it was found.
 *
 * @param source held, restored or archive
 */
public record FoundDay(String source, StoredDay day) {

    public static final String HELD = "held";
    public static final String RESTORED = "restored";
    public static final String ARCHIVE = "archive";
}
