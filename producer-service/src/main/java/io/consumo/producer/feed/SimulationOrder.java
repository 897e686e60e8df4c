package io.consumo.producer.feed;

import io.consumo.model.api.SimulationRequest;
import io.consumo.model.file.Progress;
import io.consumo.producer.feed.domain.Meters;
import java.util.Optional;

/** A request for a simulation, found sensible and completed by what it left out. */
record SimulationOrder(Mode mode, Meters meters, int days, double anomalies) {

    enum Mode {
        ONCE,
        BACKFILL
    }

    private static final int DEFAULT_DAYS = 30;
    private static final int MAXIMUM_DAYS = 3660;

    SimulationOrder {
        if (days < 1 || days > MAXIMUM_DAYS) {
            throw new IllegalArgumentException("days must be from 1 to " + MAXIMUM_DAYS + ", was " + days);
        }
        if (!(anomalies >= 0 && anomalies <= 1)) {
            throw new IllegalArgumentException("anomalies must be from 0 to 1, was " + anomalies);
        }
    }

    static SimulationOrder of(SimulationRequest request, Meters installed) {
        return new SimulationOrder(
                mode(request.mode()),
                new Meters(
                        installed.seed(),
                        Optional.ofNullable(request.clients()).orElse(installed.clients()),
                        installed.length(),
                        installed.zone()),
                Optional.ofNullable(request.days()).orElse(DEFAULT_DAYS),
                Optional.ofNullable(request.anomalies()).orElse(0.0));
    }

    private static Mode mode(@org.jspecify.annotations.Nullable String mode) {
        return switch (mode) {
            case "once" -> Mode.ONCE;
            case "backfill" -> Mode.BACKFILL;
            case null, default -> throw new IllegalArgumentException("mode must be once or backfill, was " + mode);
        };
    }

    FeedReadings.Sent run(FeedReadings feed, Progress progress) {
        return switch (mode) {
            case ONCE -> feed.once(meters, anomalies, progress);
            case BACKFILL -> feed.backfill(meters, days, anomalies, progress);
        };
    }
}
