package io.consumo.producer.feed.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How a day's consumption spreads over its hours: each hour's mean over the day's mean. From the German standard load
 * profiles (BDEW/VDEW 1999): H0 for homes, G0 for shops and offices, G3 for those who work around the clock.
 */
@SuppressWarnings("ImmutableEnumChecker") // The arrays are never written or handed out.
enum LoadShape {
    HOME(
            new double[] {
                .55, .40, .37, .36, .37, .44, .85, 1.22, 1.25, 1.16, 1.09, 1.11, 1.23, 1.22, 1.08, .98, .99, 1.21, 1.56,
                1.76, 1.58, 1.32, 1.10, .81
            },
            new double[] {
                .63, .47, .42, .40, .42, .51, .83, 1.11, 1.21, 1.23, 1.19, 1.21, 1.35, 1.30, 1.12, 1.01, .98, 1.04,
                1.21, 1.41, 1.42, 1.34, 1.23, .96
            },
            new double[] {
                .70, .50, .40, .37, .35, .35, .37, .45, .79, 1.24, 1.56, 1.81, 1.85, 1.55, 1.22, 1.04, .95, 1.12, 1.40,
                1.58, 1.43, 1.21, 1.03, .76
            }),
    OFFICE(
            new double[] {
                .46, .39, .36, .37, .45, .50, .60, .86, 1.41, 1.71, 1.74, 1.79, 1.65, 1.38, 1.29, 1.43, 1.50, 1.53,
                1.26, .87, .72, .63, .57, .53
            },
            new double[] {
                .46, .39, .36, .37, .45, .50, .60, .86, 1.41, 1.71, 1.74, 1.79, 1.65, 1.38, 1.29, 1.43, 1.50, 1.53,
                1.26, .87, .72, .63, .57, .53
            },
            new double[] {
                .86, .80, .77, .77, .78, .80, .84, .92, 1.06, 1.16, 1.22, 1.24, 1.22, 1.12, 1.06, 1.04, 1.06, 1.12,
                1.18, 1.14, 1.06, .98, .92, .88
            }),
    ROUND_THE_CLOCK(
            new double[] {
                .76, .73, .71, .70, .70, .74, .84, .98, 1.12, 1.20, 1.25, 1.27, 1.25, 1.21, 1.18, 1.15, 1.12, 1.12,
                1.10, 1.06, 1.00, .95, .90, .82
            },
            new double[] {
                .76, .73, .71, .70, .70, .74, .84, .98, 1.12, 1.20, 1.25, 1.27, 1.25, 1.21, 1.18, 1.15, 1.12, 1.12,
                1.10, 1.06, 1.00, .95, .90, .82
            },
            new double[] {
                .80, .77, .75, .74, .74, .77, .84, .94, 1.06, 1.14, 1.19, 1.21, 1.20, 1.17, 1.14, 1.12, 1.10, 1.11,
                1.10, 1.07, 1.02, .97, .92, .85
            });

    static final int HOURS = 24;

    private final double[] winterWorkday;
    private final double[] summerWorkday;
    private final double[] sunday;

    LoadShape(double[] winterWorkday, double[] summerWorkday, double[] sunday) {
        this.winterWorkday = winterWorkday;
        this.summerWorkday = summerWorkday;
        this.sunday = sunday;
    }

    /** The 24 hours' factors; a Saturday lies half-way to a Sunday. */
    double[] hours(LocalDate day) {
        double summer = Season.summer(day);
        double sundayness = sundayness(day.getDayOfWeek());
        double[] hours = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            double workday = winterWorkday[hour] + summer * (summerWorkday[hour] - winterWorkday[hour]);
            hours[hour] = workday + sundayness * (sunday[hour] - workday);
        }
        return hours;
    }

    /** From 0 on a workday to 1 on a Sunday. */
    static double sundayness(DayOfWeek weekday) {
        return switch (weekday) {
            case SUNDAY -> 1;
            case SATURDAY -> 0.5;
            default -> 0;
        };
    }
}
