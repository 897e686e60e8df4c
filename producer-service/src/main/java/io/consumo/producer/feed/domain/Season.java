package io.consumo.producer.feed.domain;

import java.time.LocalDate;

/** How the year changes consumption: the dynamic factor of the German standard household profile H0 (VDEW 1999). */
final class Season {

    private static final double WINTER = 1.24;
    private static final double SUMMER = 0.79;

    private Season() {}

    /** 1.24 at New Year, 0.79 in July. */
    static double factor(LocalDate day) {
        double d = day.getDayOfYear();
        return (((-3.92e-10 * d + 3.20e-7) * d - 7.02e-5) * d + 2.10e-3) * d + WINTER;
    }

    /** 0 in deep winter, 1 at the height of summer. */
    static double summer(LocalDate day) {
        return Math.clamp((WINTER - factor(day)) / (WINTER - SUMMER), 0, 1);
    }
}
