package io.consumo.producer.feed;

import io.consumo.model.Reading;
import java.util.ArrayList;
import java.util.List;

/** A topic in memory; can be told to fail. */
final class InMemoryPublisher implements ReadingPublisher {

    private final List<Reading> delivered = new ArrayList<>();
    private int flushesThatFail;

    /** Readings count as sent only once they were flushed, as with the real one. */
    synchronized List<Reading> delivered() {
        return List.copyOf(delivered);
    }

    synchronized void failNextFlushes(int count) {
        flushesThatFail = count;
    }

    @Override
    public void prepare() {}

    @Override
    public Outgoing open() {
        return new Outgoing() {
            private final List<Reading> underWay = new ArrayList<>();

            @Override
            public void send(Reading reading) {
                underWay.add(reading);
            }

            @Override
            public void flush() {
                synchronized (InMemoryPublisher.this) {
                    if (flushesThatFail > 0) {
                        flushesThatFail--;
                        throw new SendingFailed("the topic is away", new IllegalStateException());
                    }
                    delivered.addAll(underWay);
                    underWay.clear();
                }
            }

            @Override
            public void close() {}
        };
    }
}
