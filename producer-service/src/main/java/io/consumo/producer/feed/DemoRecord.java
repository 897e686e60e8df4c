package io.consumo.producer.feed;

import io.consumo.producer.feed.domain.Meters;
import java.time.LocalDate;

/** The demonstration that an installation was given, so that it goes on the same after a restart. */
public record DemoRecord(Meters meters, LocalDate first, LocalDate last, Stage stage) {

    /** How far its history got. */
    public enum Stage {
        SENDING,
        SENT
    }

    DemoRecord sent() {
        return new DemoRecord(meters, first, last, Stage.SENT);
    }
}
