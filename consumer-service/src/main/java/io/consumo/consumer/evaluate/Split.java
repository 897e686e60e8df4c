package io.consumo.consumer.evaluate;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where the days that are counted begin: on a certain day, or after a fraction of each client's own days.
 *
 * @param fraction from 0 to 1, for want of a day
 */
public record Split(Optional<LocalDate> day, double fraction) {

    public Split {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("the split must be a day or a fraction below 1, was " + fraction);
        }
    }

    /** Reads {@code 2026-10-01} or {@code 0.65}. */
    public static Split parse(String text) {
        return text.matches("[0-9.]+")
                ? new Split(Optional.empty(), Double.parseDouble(text))
                : new Split(Optional.of(LocalDate.parse(text)), 0);
    }
}
