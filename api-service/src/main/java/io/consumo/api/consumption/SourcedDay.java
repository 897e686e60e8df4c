package io.consumo.api.consumption;

import io.consumo.model.ClientDay;

/**
 * A client's day, and where it was found.
 *
 * @param source window, held, restored or archive
 */
public record SourcedDay(ClientDay day, String source) {

    static final String WINDOW = "window";

    static SourcedDay inWindow(ClientDay day) {
        return new SourcedDay(day, WINDOW);
    }
}
