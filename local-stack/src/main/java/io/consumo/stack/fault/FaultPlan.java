package io.consumo.stack.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Which faults begin at which moment of a load, and how long each lasts. */
public final class FaultPlan {

    private final List<Fault> faults;
    private final List<Strike> strikes;
    private final Duration load;

    private record Strike(Fault fault, long atMillis, long lengthMillis) {

        void run() throws InterruptedException {
            Thread.sleep(atMillis);
            fault.begin().run();
            try {
                Thread.sleep(lengthMillis);
            } finally {
                fault.end().run();
            }
        }
    }

    private FaultPlan(List<Fault> faults, List<Strike> strikes, Duration load) {
        this.faults = faults;
        this.strikes = strikes;
        this.load = load;
    }

    /** Takes each fault once before it takes one again. */
    public static FaultPlan of(List<Fault> faults, int strikes, Duration load, Random random) {
        List<Fault> shuffled = new ArrayList<>(faults);
        Collections.shuffle(shuffled, random);
        List<Strike> planned = new ArrayList<>();
        for (int strike = 0; strike < strikes; strike++) {
            Fault fault = shuffled.get(strike % shuffled.size());
            planned.add(new Strike(
                    fault,
                    random.nextLong(load.toMillis()),
                    random.nextLong(fault.longest().toMillis())));
        }
        planned.sort(Comparator.comparingLong(Strike::atMillis));
        return new FaultPlan(faults, planned, load);
    }

    /** How long the load takes that the faults are spread over. */
    public Duration load() {
        return load;
    }

    /** When the last fault begins, from the beginning of the load. */
    public Duration lastBegin() {
        return Duration.ofMillis(strikes.getLast().atMillis());
    }

    /** Returns what the load does when it is over and so is every fault, in whatever order they met. */
    public <T> T during(Callable<T> work) throws InterruptedException, ExecutionException {
        List<Future<?>> all = new ArrayList<>();
        Future<T> result;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Strike strike : strikes) {
                all.add(threads.submit(() -> {
                    strike.run();
                    return null;
                }));
            }
            result = threads.submit(work);
        } finally {
            faults.forEach(fault -> fault.end().run());
        }
        for (Future<?> one : all) {
            one.get();
        }
        return result.get();
    }

    /** A line for each. */
    @Override
    public String toString() {
        StringBuilder told = new StringBuilder();
        for (Strike strike : strikes) {
            told.append("  %s after %,d ms, for %,d ms at least%n"
                    .formatted(strike.fault().name(), strike.atMillis(), strike.lengthMillis()));
        }
        return told.toString();
    }
}
