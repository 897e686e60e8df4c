package io.consumo.producer.cli;

import io.consumo.model.IntervalLength;
import io.consumo.producer.feed.FeedProperties;
import io.consumo.producer.feed.domain.Meters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the simulated meters. */
final class SimulationOptions {

    private static final int BACKFILL_DAYS = 30;
    private static final int MAXIMUM_DAYS = 3660;

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "How many, from C-000001 on. Default: CONSUMO_DEMO_CLIENTS, 50.")
    @Nullable
    Integer clients;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = {
                "backfill: how many days up to yesterday (default 30).",
                "continuous: how many days ago to begin (default 0, with --speedup 1)."
            })
    @Nullable
    Integer days;

    @Option(names = "--seed", paramLabel = "S", description = "The same seed gives the same readings. Default: 42.")
    @Nullable
    Long seed;

    @Option(names = "--minutes", paramLabel = "M", description = "Length of the intervals: 15, 30 or 60. Default: 60.")
    @Nullable
    Integer minutes;

    @Option(
            names = "--anomalies",
            paramLabel = "SHARE",
            description = "Share of the clients that goes wrong, such as 0.05. Default: 0.")
    double anomalies = 0;

    @Option(
            names = "--speedup",
            paramLabel = "X",
            description = "How many times faster than real time the past is replayed until it is now.")
    double speedup = 1;

    /** @throws IllegalArgumentException naming the option and what it may be */
    void requireSensible(Mode mode) {
        int fewestDays = mode == Mode.CONTINUOUS ? 0 : 1;
        require(
                clients == null || (clients >= 1 && clients <= Meters.MAXIMUM_CLIENTS),
                "--clients must be from 1 to " + Meters.MAXIMUM_CLIENTS + ", was " + clients);
        require(
                days == null || (days >= fewestDays && days <= MAXIMUM_DAYS),
                "--days must be from " + fewestDays + " to " + MAXIMUM_DAYS + ", was " + days);
        require(
                minutes == null || IntervalLength.ofMinutes(minutes).isPresent(),
                "--minutes must be one of " + IntervalLength.allowedMinutes() + ", was " + minutes);
        require(anomalies >= 0 && anomalies <= 1, "--anomalies must be from 0 to 1, was " + anomalies);
        require(speedup >= 1 && Double.isFinite(speedup), "--speedup must be 1 or more, was " + speedup);
    }

    private static void require(boolean sensible, String message) {
        if (!sensible) {
            throw new IllegalArgumentException(message);
        }
    }

    int days(Mode mode) {
        if (days != null) {
            return days;
        }
        return mode == Mode.BACKFILL ? BACKFILL_DAYS : speedup > 1 ? 1 : 0;
    }

    Meters meters(FeedProperties settings) {
        Meters installed = settings.meters();
        return new Meters(
                Optional.ofNullable(seed).orElse(installed.seed()),
                Optional.ofNullable(clients).orElse(installed.clients()),
                Optional.ofNullable(minutes).flatMap(IntervalLength::ofMinutes).orElse(installed.length()),
                installed.zone());
    }
}
