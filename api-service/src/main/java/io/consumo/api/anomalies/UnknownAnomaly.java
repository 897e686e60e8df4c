package io.consumo.api.anomalies;

/** There is no case of this id. */
public final class UnknownAnomaly extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String id;

    public UnknownAnomaly(String id) {
        super("unknown anomaly " + id);
        this.id = id;
    }

    public String id() {
        return id;
    }
}
