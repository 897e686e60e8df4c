package io.consumo.consumer.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.StoredState;
import io.consumo.consumer.garbage.Garbage;
import io.consumo.model.Reading;
import io.consumo.stack.fault.FaultPlan;
import io.consumo.stack.fault.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Consumers share a stream of troubled readings, with poison among them, while they, the stores and the network between
 * them fail at seeded moments. In the end every slot has its reading, months are the sums of their days, cases are those
 * of a consumer that nothing happened to, and the dead letters are the poison.
 */
class FaultsIT {

    private static final int USUAL_SEEDS = 3;
    private static final int CLIENTS = 45;
    private static final int MONTHS_PER_CLIENT = 3;
    private static final Duration LOAD = Duration.ofSeconds(12);
    private static final int SLICES = 120;
    private static final int SLICES_PER_POISON = 3;
    private static final int STRIKES = 9;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Longer than any consumer rests before it looks for work again. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    @TempDir
    private static Path home;

    private static Disturbed disturbed;
    private static Undisturbed undisturbed;
    private static Sender sender;

    static LongStream seeds() throws IOException {
        return Seeds.of(FaultsIT.class, USUAL_SEEDS);
    }

    @BeforeAll
    static void start() throws Exception {
        disturbed = new Disturbed(home);
        undisturbed = new Undisturbed();
        sender = new Sender(disturbed.kafka(), undisturbed.kafka());
    }

    @AfterAll
    static void end() {
        sender.close();
        undisturbed.close();
        disturbed.close();
    }

    @ParameterizedTest(name = "seed {0}", allowZeroInvocations = true)
    @MethodSource("seeds")
    void whateverFailsTheStoresEndUpTheSame(long seed) throws IOException {
        Seeds.run(FaultsIT.class, seed, () -> whateverFails("S" + seed + "x", new Random(seed)));
    }

    private static String whateverFails(String prefix, Random random) throws Exception {
        List<Reading> readings = TroubledStream.of(prefix, CLIENTS, random.nextLong());
        FaultPlan plan = FaultPlan.of(disturbed.faults(), STRIKES, LOAD, random);
        System.out.printf("Faults of %s: %,d readings of %d clients%n%s", prefix, readings.size(), CLIENTS, plan);
        plan.during(() -> send(readings, random));
        await("all is stored and followed up")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .during(QUIET)
                .untilAsserted(() -> {
                    assertThat(disturbed.left()).isEmpty();
                    assertThat(undisturbed.isDone()).as("the undisturbed one").isTrue();
                });

        StoredState stored = disturbed.stored(prefix);
        assertThat(stored.differencesTo(undisturbed.stored(prefix))).isEmpty();
        Accepted accepted = Accepted.of(readings);
        assertThat(stored.rows()).isEqualTo(accepted.rows());
        assertThat(stored.monthTotals()).isEqualTo(accepted.months()).hasSize(MONTHS_PER_CLIENT * CLIENTS);
        assertThat(DeadLetter.all(disturbed.kafka())).isEqualTo(sender.poison());
        // There was something to get wrong.
        assertThat(stored.rows()).hasSizeGreaterThan(CLIENTS * TroubledStream.DAYS);
        assertThat(stored.baselines()).hasSize(CLIENTS);
        assertThat(stored.cases()).hasSizeGreaterThanOrEqualTo(CLIENTS / 10);
        assertThat(sender.poison()).hasSizeGreaterThanOrEqualTo(SLICES / SLICES_PER_POISON);
        disturbed.forget(prefix);
        undisturbed.forget(prefix);
        return stored + ", " + sender.poison().size() + " dead letters so far";
    }

    /** Little by little. */
    private static boolean send(List<Reading> readings, Random random) throws Exception {
        List<Future<?>> slices = new ArrayList<>();
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(1)) {
            for (int slice = 0; slice < SLICES; slice++) {
                boolean poisoned = slice % SLICES_PER_POISON == 0;
                List<Reading> part =
                        readings.subList(readings.size() * slice / SLICES, readings.size() * (slice + 1) / SLICES);
                slices.add(clock.schedule(
                        () -> {
                            if (poisoned) {
                                sender.sendPoison(Garbage.next(random));
                            }
                            part.forEach(sender::send);
                        },
                        LOAD.toMillis() * slice / SLICES,
                        TimeUnit.MILLISECONDS));
            }
            for (Future<?> slice : slices) {
                slice.get();
            }
        }
        sender.flush();
        return true;
    }
}
