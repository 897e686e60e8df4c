package io.consumo.consumer.detection.domain;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges one day of a client in the light of what is usual for it. An implementation is an immutable record whose
 * components are {@code enabled} and its thresholds.
 */
public interface AnomalyRule {

    boolean enabled();

    AnomalyType type();

    default Optional<AnomalySubtype> subtype() {
        return Optional.empty();
    }

    /**
     * What a mean day would have to reach, or stay below, for the rule to be silent, in kWh; empty where no total would
     * silence it.
     *
     * @param expected usual kWh of a day
     */
    default OptionalDouble silentAt(double expected) {
        return OptionalDouble.empty();
    }

    /** On how many days of an episode the rule must fire until it becomes a case. */
    int daysToOpen();

    Optional<Finding> judge(DayCurve day, Past past);

    /**
     * Judges a day soon after one on which the rule fired: less is asked of it, so that what goes on stays one case.
     * Empty when the day on its own does not show that it does.
     */
    default Optional<Finding> goesOn(DayCurve day, Past past) {
        return Optional.empty();
    }

    /** Names the rule in settings and texts: {@code spike}, {@code fraud.flat}. */
    default String key() {
        String type = type().name().toLowerCase(Locale.ROOT);
        return subtype()
                .map(subtype -> type + "." + subtype.name().toLowerCase(Locale.ROOT))
                .orElse(type);
    }

    /** What each threshold may be while the others are as they are. */
    default Map<String, Thresholds.Limits> limits() {
        return Thresholds.of(this);
    }

    /**
     * The same rule with other settings.
     *
     * @param isEnabled null leaves it as it is
     * @param changed thresholds by name; those left out stay as they are
     * @throws InvalidThreshold when one of them is unknown or makes no sense
     */
    default AnomalyRule with(@Nullable Boolean isEnabled, Map<String, Double> changed) {
        return Thresholds.changed(this, isEnabled, changed);
    }

    /** The numeric components by name. */
    default Map<String, Double> thresholds() {
        Map<String, Double> thresholds = new TreeMap<>();
        for (RecordComponent component : getClass().getRecordComponents()) {
            try {
                if (component.getAccessor().invoke(this) instanceof Number number) {
                    thresholds.put(component.getName(), number.doubleValue());
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }
        return thresholds;
    }
}
