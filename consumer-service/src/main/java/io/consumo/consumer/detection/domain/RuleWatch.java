package io.consumo.consumer.detection.domain;

/** Is told what the rules cost and find, day by day; several threads judge at once. */
public interface RuleWatch {

    RuleWatch NONE = new RuleWatch() {

        @Override
        public boolean timesThisDay() {
            return false;
        }

        @Override
        public void took(int rule, long nanos) {
            // Nobody looks.
        }

        @Override
        public void fired(int rule) {
            // Nobody looks.
        }
    };

    /** Asked before each day: to look at the clock for each rule costs a fifth of the judging. */
    boolean timesThisDay();

    /** @param rule its place in {@link RuleBook#rules()} */
    void took(int rule, long nanos);

    /** @param rule its place in {@link RuleBook#rules()} */
    void fired(int rule);
}
