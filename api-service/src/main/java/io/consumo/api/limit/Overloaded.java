package io.consumo.api.limit;

/** As many requests are being answered as the service can hold, and a place did not become free in time. */
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Overloaded() {
        this("as many requests are being answered as there are places");
    }

    public Overloaded(String what) {
        super(what);
    }
}
