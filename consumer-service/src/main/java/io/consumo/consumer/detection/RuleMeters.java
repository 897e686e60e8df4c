package io.consumo.consumer.detection;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.RuleWatch;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Adds up what the live rules find, and on some days what they cost: a day is judged in less than a microsecond. */
@Component
class RuleMeters implements RuleWatch, MeterBinder {

    /** One day in so many is timed. */
    static final int TIMED = 64;

    private final List<OfRule> rules;

    RuleMeters(RuleProperties rules) {
        this.rules = rules.book().rules().stream()
                .map(AnomalyRule::key)
                .map(key -> new OfRule(key, new LongAdder(), new LongAdder(), new LongAdder()))
                .toList();
    }

    private record OfRule(String key, LongAdder timed, LongAdder nanos, LongAdder hits) {}

    @Override
    public boolean timesThisDay() {
        return ThreadLocalRandom.current().nextInt(TIMED) == 0;
    }

    @Override
    public void took(int rule, long nanos) {
        rules.get(rule).timed().increment();
        rules.get(rule).nanos().add(nanos);
    }

    @Override
    public void fired(int rule) {
        rules.get(rule).hits().increment();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (OfRule rule : rules) {
            FunctionTimer.builder(
                            "consumo.rule.judging",
                            rule,
                            one -> one.timed().sum(),
                            one -> one.nanos().sum(),
                            TimeUnit.NANOSECONDS)
                    .description("Time that each rule took to judge a client-day, of one day in " + TIMED)
                    .tag("rule", rule.key())
                    .register(registry);
            FunctionCounter.builder("consumo.rule.hits", rule.hits(), LongAdder::sum)
                    .description("Client-days on which each rule fired; a day that is judged again counts again")
                    .tag("rule", rule.key())
                    .register(registry);
        }
    }
}
