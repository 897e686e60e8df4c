package io.consumo.consumer.detection.domain;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What thresholds may be. A rule's constructor refuses those that make no sense; what it allows is told by having it
 * check once more, so that limits are declared in one place.
 */
public final class Thresholds {

    private static final ScopedValue<Map<String, Limits>> TOLD = ScopedValue.newInstance();

    private Thresholds() {}

    /** The least and the greatest that a threshold may be, while the rule's others are as they are. */
    public record Limits(double lowest, OptionalDouble highest) {}

    public static void requireAtLeast(String name, double value, double lowest) {
        tell(name, new Limits(lowest, OptionalDouble.empty()));
        if (!(value >= lowest)) {
            throw new InvalidThreshold(name + " must be at least " + lowest + ", was " + value);
        }
    }

    public static void requireBetween(String name, double value, double lowest, double highest) {
        tell(name, new Limits(lowest, OptionalDouble.of(highest)));
        if (!(value >= lowest && value <= highest)) {
            throw new InvalidThreshold(name + " must be from " + lowest + " to " + highest + ", was " + value);
        }
    }

    private static void tell(String name, Limits limits) {
        if (TOLD.isBound()) {
            TOLD.get().put(name, limits);
        }
    }

    /** Of each threshold of the rule, in the order in which it checks them. */
    static Map<String, Limits> of(AnomalyRule rule) {
        Map<String, Limits> told = new LinkedHashMap<>();
        ScopedValue.where(TOLD, told).run(() -> changed(rule, null, Map.of()));
        return told;
    }

    /**
     * The same rule with other settings.
     *
     * @param enabled null leaves it as it is
     * @param values the changed thresholds, by name
     */
    static AnomalyRule changed(AnomalyRule rule, @Nullable Boolean enabled, Map<String, Double> values) {
        Map<String, Double> thresholds = rule.thresholds();
        values.keySet().stream()
                .filter(name -> !thresholds.containsKey(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new InvalidThreshold(unknown + " is no threshold of " + rule.key() + "; it has "
                            + String.join(", ", new TreeMap<>(thresholds).keySet()));
                });
        RecordComponent[] components = rule.getClass().getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int index = 0; index < components.length; index++) {
            String name = components[index].getName();
            Double threshold = values.getOrDefault(name, thresholds.get(name));
            arguments[index] = threshold == null
                    ? enabled == null ? (Boolean) rule.enabled() : enabled
                    : valueOf(components[index], threshold);
        }
        return made(rule, components, arguments);
    }

    private static Object valueOf(RecordComponent component, double threshold) {
        if (component.getType() != int.class) {
            return threshold;
        }
        if (threshold != Math.rint(threshold)) {
            throw new InvalidThreshold(component.getName() + " must be a whole number, was " + threshold);
        }
        return (int) threshold;
    }

    private static AnomalyRule made(AnomalyRule rule, RecordComponent[] components, Object[] arguments) {
        try {
            Constructor<? extends AnomalyRule> constructor = rule.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidThreshold invalid) {
                throw invalid;
            }
            throw new IllegalStateException(rule + " cannot be made again", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(rule + " cannot be made again", e);
        }
    }
}
