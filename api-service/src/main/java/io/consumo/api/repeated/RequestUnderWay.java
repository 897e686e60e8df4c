package io.consumo.api.repeated;

/** The same request is being worked on. */
public final class RequestUnderWay extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RequestUnderWay() {
        super("the request with this Idempotency-Key is being worked on; its answer comes when it is sent again");
    }
}
