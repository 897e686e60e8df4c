package io.consumo.producer.feed;

import io.consumo.model.Reading;

/** Where readings go. */
public interface ReadingPublisher {

    /**
     * Makes the topic if it is missing.
     *
     * @throws SendingFailed when it cannot be reached within the feed's patience
     */
    void prepare();

    /** Begins a run of sends. */
    Outgoing open();

    /** One run of sends: complete only when {@link #flush} returned. */
    interface Outgoing extends AutoCloseable {

        /**
         * Hands a reading over; waits while too many are under way.
         *
         * @throws SendingFailed when an earlier one of this run could not be delivered
         */
        void send(Reading reading);

        /**
         * Waits until all are safely stored.
         *
         * @throws SendingFailed when one could not be delivered
         */
        void flush();

        /** Gives up what is still under way. */
        @Override
        void close();
    }
}
