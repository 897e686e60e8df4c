package io.consumo.producer.feed.domain;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import org.jspecify.annotations.Nullable;

/** The ways in which a simulated client can go wrong, each with what a detector should call it. */
public enum AnomalyKind {
    /** Lamps of 2 to 6 kW, twelve hours on, twelve hours off. */
    GROW_LAMPS(AnomalyType.PLANTATION, null),
    /** A frozen curve: the day's mean in every interval. */
    FROZEN(AnomalyType.FRAUD, AnomalySubtype.FLAT),
    /** A bypass leaves 20 to 40 % to the meter. */
    BYPASS(AnomalyType.FRAUD, AnomalySubtype.DROP),
    /** The meter runs and counts nothing. */
    DEAD(AnomalyType.FRAUD, AnomalySubtype.ZERO),
    /** The day turned around, its total unchanged. */
    REVERSED(AnomalyType.FRAUD, AnomalySubtype.SHAPE),
    /** Some days of three to four times the usual. */
    SURGE(AnomalyType.SPIKE, null),
    /** 0.8 to 1.5 kW more from 23 to 5 h. */
    NIGHT_LOAD(AnomalyType.NIGHT_PATTERN, null),
    /** The meter stops sending. */
    MUTE(AnomalyType.SILENT, null);

    private final AnomalyType type;
    private final @Nullable AnomalySubtype subtype;

    AnomalyKind(AnomalyType type, @Nullable AnomalySubtype subtype) {
        this.type = type;
        this.subtype = subtype;
    }

    public AnomalyType type() {
        return type;
    }

    public @Nullable AnomalySubtype subtype() {
        return subtype;
    }
}
