package io.consumo.producer.feed.domain;

import io.consumo.producer.feed.domain.Noise.Purpose;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.SplittableRandom;

/** Whether anybody is at home: summer holidays, weekends away, second homes that stand empty. */
enum Presence {
    AT_HOME,
    /** Only what runs all the time. */
    AWAY,
    /** The main switch is off. */
    SWITCHED_OFF;

    private static final double WEEKENDS_AWAY = 0.05;
    private static final double SECOND_HOME_WEEKENDS = 0.35;
    private static final double SUMMER_HOLIDAYS = 0.6;
    private static final int HOLIDAY_SEASON_FIRST_DAY = 190;
    private static final int HOLIDAY_SEASON_LAST_DAY = 235;

    static Presence of(ClientProfile profile, LocalDate day, long seed) {
        return switch (profile.kind()) {
            case BUSINESS -> AT_HOME;
            case HOME -> weekend(profile, day, seed, WEEKENDS_AWAY) || holiday(profile, day, seed) ? AWAY : AT_HOME;
            case SECOND_HOME ->
                weekend(profile, day, seed, SECOND_HOME_WEEKENDS) || holiday(profile, day, seed)
                        ? AT_HOME
                        : SWITCHED_OFF;
        };
    }

    private static boolean weekend(ClientProfile profile, LocalDate day, long seed, double share) {
        long week = Math.floorDiv(day.getLong(ChronoField.EPOCH_DAY) + 3, 7L);
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0
                && Noise.at(seed, Purpose.WEEKEND, profile.client(), week).nextDouble() < share;
    }

    private static boolean holiday(ClientProfile profile, LocalDate day, long seed) {
        SplittableRandom random = Noise.at(seed, Purpose.VACATION, profile.client(), day.getYear());
        boolean goes = random.nextDouble() < SUMMER_HOLIDAYS;
        int first = random.nextInt(HOLIDAY_SEASON_FIRST_DAY, HOLIDAY_SEASON_LAST_DAY);
        int length = random.nextInt(7, 19);
        return goes && day.getDayOfYear() >= first && day.getDayOfYear() < first + length;
    }
}
