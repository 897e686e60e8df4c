package io.consumo.consumer.detection.domain.rule;

/** Refuses thresholds that make no sense, naming them. */
final class Thresholds {

    private Thresholds() {}

    static void requirePositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be above 0, was " + value);
        }
    }

    static void requireBetween(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be from " + low + " to " + high + ", was " + value);
        }
    }
}
