package io.consumo.bench;

import java.util.List;

/**
 * What was measured.
 *
 * @param part of the bench
 * @param beside names of figures of the same run and unit, which this one is set against
 */
record Figure(String part, String name, double value, String unit, List<String> beside) {

    Figure {
        beside = List.copyOf(beside);
    }

    Figure(String part, String name, double value, String unit) {
        this(part, name, value, unit, List.of());
    }
}
