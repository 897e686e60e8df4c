package io.consumo.api.simulations;

/** There is no simulation of this id, or it was long ago. */
public final class UnknownSimulation extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownSimulation(String id) {
        super("there is no simulation " + id);
    }
}
