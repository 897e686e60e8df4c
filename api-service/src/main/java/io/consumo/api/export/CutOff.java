package io.consumo.api.export;

/** A table ended early, after its reader had got a part of it. */
public final class CutOff extends RuntimeException {

    private static final long serialVersionUID = 1;

    CutOff(String name, Throwable cause) {
        super("the table " + name + " ended early", cause);
    }
}
