package io.consumo.producer.feed;

import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the service's own feed is doing, for whoever asks over HTTP. */
@Component
public class FeedStatus {

    /** How far the demonstration is. */
    public enum DemoStage {
        NONE,
        SENDING,
        SENT
    }

    private volatile DemoStage demo = DemoStage.NONE;
    private volatile @Nullable String trouble;
    private final LongAdder failures = new LongAdder();
    private volatile @Nullable Instant fedUntil;

    public DemoStage demo() {
        return demo;
    }

    /** What keeps the feed from sending; null when nothing does. */
    public @Nullable String trouble() {
        return trouble;
    }

    void demo(DemoStage stage) {
        demo = stage;
    }

    void troubled(@Nullable String reason) {
        trouble = reason;
        failures.increment();
    }

    /** How often the feed had to stop and try again. */
    long failures() {
        return failures.sum();
    }

    /** End of the newest interval that the meters sent as it ended; null before the first. */
    @Nullable
    Instant fedUntil() {
        return fedUntil;
    }

    void fedUntil(Instant end) {
        fedUntil = end;
    }

    void fine() {
        trouble = null;
    }
}
