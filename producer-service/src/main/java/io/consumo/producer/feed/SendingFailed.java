package io.consumo.producer.feed;

/** Readings could not be delivered. */
public final class SendingFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SendingFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
