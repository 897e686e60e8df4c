package io.consumo.producer.feed.domain;

import io.consumo.producer.feed.domain.Noise.Purpose;
import java.util.SplittableRandom;

/**
 * What kind of consumer a simulated client is. Medians and spreads follow what 622 British homes and 990 Slovak
 * businesses measured.
 *
 * @param dailyKwh mean of an average day
 * @param contrast how far its hours differ from flat: an exponent on the load shape
 * @param lateMinutes how much later than average its day runs
 * @param weekendFactor a Sunday's energy over a workday's
 * @param dayToDay coefficient of variation between like days
 * @param hourToHour coefficient of variation of what is switched on and off
 * @param standby share of the least hour that runs all the time
 * @param seasonality how much of the season's factor it follows
 * @param maximumKw what its main switch lets through
 */
record ClientProfile(
        int client,
        Kind kind,
        LoadShape shape,
        double dailyKwh,
        double contrast,
        double lateMinutes,
        double weekendFactor,
        double dayToDay,
        double hourToHour,
        double standby,
        double seasonality,
        double maximumKw) {

    /** Who lives or works there. */
    enum Kind {
        HOME,
        SECOND_HOME,
        BUSINESS
    }

    /** One digit more than an id shows, so that leading zeros stand. */
    private static final int ID_BASE = 1_000_000;

    private static final double BUSINESSES = 0.12;
    private static final double SECOND_HOMES = 0.02;
    private static final double ROUND_THE_CLOCK = 0.15;
    private static final double[] CONTRACTS_KW = {3.45, 4.6, 5.75, 6.9, 9.2, 11.5, 14.49};

    static ClientProfile of(long seed, int client) {
        SplittableRandom random = Noise.at(seed, Purpose.PROFILE, client);
        double kind = random.nextDouble();
        if (kind < BUSINESSES) {
            return business(client, random);
        }
        return home(client, kind < BUSINESSES + SECOND_HOMES ? Kind.SECOND_HOME : Kind.HOME, random);
    }

    /** The id under which the client's meter reports. */
    static String id(int client) {
        return "C-" + Integer.toString(ID_BASE + client).substring(1);
    }

    private static ClientProfile home(int client, Kind kind, SplittableRandom random) {
        double dailyKwh = Noise.spread(random, 9.4, 0.50);
        return new ClientProfile(
                client,
                kind,
                LoadShape.HOME,
                dailyKwh,
                Noise.spread(random, 1.0, 0.38),
                random.nextDouble(-50, 70),
                Noise.spread(random, 1.08, 0.15),
                Noise.spread(random, 0.13, 0.60),
                Noise.spread(random, 0.90, 0.30),
                random.nextDouble(0.4, 0.8),
                random.nextDouble(0.4, 1.3),
                contractFor(dailyKwh));
    }

    private static ClientProfile business(int client, SplittableRandom random) {
        boolean roundTheClock = random.nextDouble() < ROUND_THE_CLOCK;
        double dailyKwh = Noise.spread(random, 60, 0.65);
        return new ClientProfile(
                client,
                Kind.BUSINESS,
                roundTheClock ? LoadShape.ROUND_THE_CLOCK : LoadShape.OFFICE,
                dailyKwh,
                Noise.spread(random, 1.1, 0.25),
                random.nextDouble(-60, 90),
                roundTheClock ? Noise.spread(random, 0.9, 0.08) : Noise.spread(random, 0.49, 0.20),
                Noise.spread(random, 0.10, 0.40),
                Noise.spread(random, 0.28, 0.40),
                random.nextDouble(0.6, 0.95),
                random.nextDouble(0, 0.8),
                dailyKwh / 24 * 8);
    }

    private static double contractFor(double dailyKwh) {
        double wanted = dailyKwh / 24 * 7.5;
        for (double contract : CONTRACTS_KW) {
            if (contract >= wanted) {
                return contract;
            }
        }
        return CONTRACTS_KW[CONTRACTS_KW.length - 1];
    }
}
