package io.consumo.producer.feed.domain;

import io.consumo.producer.feed.domain.Noise.Purpose;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/** What a client consumes while nothing is wrong. */
final class HonestMeter {

    private static final int MINUTES_PER_DAY = 24 * 60;

    /** How much of yesterday's mood is left today. */
    private static final double MEMORY = 0.6;

    private static final double STANDBY_VARIATION = 0.08;

    private final long seed;

    HonestMeter(long seed) {
        this.seed = seed;
    }

    /** Energy in kWh of each slot. */
    double[] kwh(ClientProfile profile, DaySlice slice) {
        Presence presence = Presence.of(profile, slice.day(), seed);
        double[] kwh = new double[slice.slots()];
        if (presence == Presence.SWITCHED_OFF) {
            return kwh;
        }
        double[] hours = expectedHours(profile, slice.day());
        double standby = profile.standby() * Arrays.stream(hours).min().orElseThrow();
        double mood = presence == Presence.AWAY ? 0 : mood(profile, slice.day());
        double variation =
                profile.hourToHour() * Math.sqrt(Math.sqrt(slice.length().perHour()));
        SplittableRandom random = Noise.at(
                seed,
                Purpose.SLOTS,
                profile.client(),
                slice.day().toEpochDay(),
                slice.length().minutes());
        for (int slot = 0; slot < kwh.length; slot++) {
            double middle = slice.minute(slot) + slice.length().minutes() / 2.0 - profile.lateMinutes();
            double used = Math.max(0, interpolated(hours, middle) - standby) * mood;
            double kw =
                    standby * Noise.logNormal(random, STANDBY_VARIATION) + used * Noise.logNormal(random, variation);
            kwh[slot] = Math.min(kw, profile.maximumKw()) * slice.hoursPerSlot();
        }
        return kwh;
    }

    /** The mean load in kW of each local hour. */
    private static double[] expectedHours(ClientProfile profile, LocalDate day) {
        double[] hours = profile.shape().hours(day);
        double sum = 0;
        for (int hour = 0; hour < hours.length; hour++) {
            hours[hour] = Math.pow(hours[hour], profile.contrast());
            sum += hours[hour];
        }
        double season = 1 + profile.seasonality() * (Season.factor(day) - 1);
        double kwh = profile.dailyKwh() * season * weekday(profile, day);
        for (int hour = 0; hour < hours.length; hour++) {
            hours[hour] *= kwh / sum;
        }
        return hours;
    }

    private static double weekday(ClientProfile profile, LocalDate day) {
        return 1 + LoadShape.sundayness(day.getDayOfWeek()) * (profile.weekendFactor() - 1);
    }

    /** Some days are busier than others, and a busy day is often followed by another. */
    private double mood(ClientProfile profile, LocalDate day) {
        double today = draw(profile, day);
        double yesterday = draw(profile, day.minusDays(1));
        double deviation = (today + MEMORY * yesterday) / Math.sqrt(1 + MEMORY * MEMORY);
        double sigma = profile.dayToDay();
        return Math.exp(sigma * deviation - sigma * sigma / 2);
    }

    private double draw(ClientProfile profile, LocalDate day) {
        return Noise.at(seed, Purpose.DAY, profile.client(), day.toEpochDay()).nextGaussian();
    }

    /** Between the middles of the hours, around the clock. */
    private static double interpolated(double[] hours, double minute) {
        double position = ((minute - 30 + 2 * MINUTES_PER_DAY) % MINUTES_PER_DAY) / 60;
        int before = (int) position;
        double weight = position - before;
        return hours[before] * (1 - weight) + hours[(before + 1) % hours.length] * weight;
    }
}
