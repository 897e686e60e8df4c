package io.consumo.api.consumption;

/** Nothing was ever received of a client of this name. */
public final class UnknownClient extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String clientId;

    public UnknownClient(String clientId) {
        super("unknown client " + clientId);
        this.clientId = clientId;
    }

    public String clientId() {
        return clientId;
    }
}
