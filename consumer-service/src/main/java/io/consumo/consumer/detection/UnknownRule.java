package io.consumo.consumer.detection;

import java.util.Collection;

/** There is no rule of the name. */
public final class UnknownRule extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownRule(String rule, Collection<String> known) {
        super(rule + " is no rule; there are " + String.join(", ", known));
    }
}
