package io.consumo.producer.feed;

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
    }

    void fine() {
        trouble = null;
    }
}
