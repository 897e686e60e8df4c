package io.consumo.consumer.ingest;

import io.consumo.model.InvalidReading;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where records go that hold no reading. */
public interface DeadLetters {

    /** Returns when all are kept safe; throws when they could not be. */
    void bury(Collection<DeadLetter> letters);

    /**
     * A record as it came, and why it was refused; never compared, so plain arrays will do.
     *
     * @param correlation of the request or sweep that sent it, null when it told none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record DeadLetter(
            byte @Nullable [] key,
            byte @Nullable [] value,
            int partition,
            long offset,
            InvalidReading refusal,
            @Nullable String correlation) {}
}
