package io.consumo.api.anomalies;

import io.consumo.api.anomalies.CaseStream.Subscriber;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one subscriber by a thread of its own, since a connection whose reader does not read may hang for a minute.
 * However it ends, the subscriber is told so, and goes on with a new connection from where he was.
 */
final class Delivery {

    static final int MOST_WAITING = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Subscriber subscriber;
    private final BlockingQueue<Consumer<Subscriber>> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean isOver;

    Delivery(Subscriber subscriber) {
        this.subscriber = subscriber;
    }

    /** @param first what is done before anything that is offered */
    void start(Runnable first, Runnable last) {
        Thread.ofVirtual().name("stream").start(() -> {
            try {
                first.run();
                while (!isOver) {
                    waiting.take().accept(subscriber);
                }
            } catch (RuntimeException e) {
                LOG.debug("A subscriber has gone, or must come again", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                last.run();
                subscriber.end();
            }
        });
    }

    /**
     * Leaves a message for the subscriber, or ends the delivery when he is too slow.
     *
     * @param patienceNanos how long to wait for room
     */
    void offer(Consumer<Subscriber> message, long patienceNanos) {
        try {
            if (!isOver && !waiting.offer(message, patienceNanos, TimeUnit.NANOSECONDS)) {
                LOG.info("A subscriber is too slow and must come again");
                end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isOver() {
        return isOver;
    }

    /** Without waiting for a message that is just being sent. */
    void end() {
        isOver = true;
        waiting.clear();
        // Wakes the thread; where something else took its place, that does.
        boolean unused = waiting.offer(ended -> {});
    }
}
