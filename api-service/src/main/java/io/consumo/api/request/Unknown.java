package io.consumo.api.request;

/** There is nothing of that id. */
public final class Unknown extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What was asked for. */
    public enum Thing {
        CLIENT("nothing was ever received of "),
        ANOMALY("there is no case "),
        SIMULATION("there is no simulation "),
        TOKEN("there is no token "),
        RULE("there is no rule "),
        BACKTEST("there is no backtest "),
        EXCEPTION("there is no exception of client "),
        REBASELINE("there is no new normal of client ");

        private final String sentence;

        Thing(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Thing thing;

    public Unknown(Thing thing, String id) {
        super(thing.sentence + id);
        this.thing = thing;
    }

    public Thing thing() {
        return thing;
    }
}
