package io.consumo.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of energy as an integer of 0.1 Wh, so that sums are exact and do not depend on their order.
 *
 * @param tenthsOfWattHour 1 kWh is 10,000 of them
 */
public record Energy(long tenthsOfWattHour) implements Comparable<Energy> {

    public static final Energy ZERO = new Energy(0);
    private static final int KWH_DECIMALS = 4;

    /** Rounds half up at the fourth decimal of a kWh. */
    public static Energy ofKwh(BigDecimal kwh) {
        // Less than half of the last digit. Rounding 1e-999999999 the ordinary way would take all memory.
        if ((long) kwh.precision() - kwh.scale() < -KWH_DECIMALS) {
            return ZERO;
        }
        return new Energy(
                kwh.setScale(KWH_DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    public static Energy ofKwh(double kwh) {
        return ofKwh(BigDecimal.valueOf(kwh));
    }

    public static Energy ofKwh(String kwh) {
        return ofKwh(new BigDecimal(kwh));
    }

    /** In kWh with four decimals. */
    public BigDecimal toKwh() {
        return BigDecimal.valueOf(tenthsOfWattHour, KWH_DECIMALS);
    }

    public double asKwh() {
        return tenthsOfWattHour / 10_000.0;
    }

    public Energy plus(Energy other) {
        return new Energy(Math.addExact(tenthsOfWattHour, other.tenthsOfWattHour));
    }

    @Override
    public int compareTo(Energy other) {
        return Long.compare(tenthsOfWattHour, other.tenthsOfWattHour);
    }

    @Override
    public String toString() {
        return toKwh() + " kWh";
    }
}
