package io.consumo.api.anomalies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.api.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CaseStreamTest implements CaseChangesContract {

    private final TestClock.Turned clock = new TestClock.Turned(TestClock.START);
    private final InMemoryCaseChanges store = new InMemoryCaseChanges();
    private final CaseStream stream = new CaseStream(store, clock, new SimpleMeterRegistry());

    @Override
    public CaseChanges changes() {
        return store;
    }

    @Override
    public void store(DecidedCase decided) {
        store.put(decided);
    }

    @Test
    void tellsEachChangeOnceWhileAllGoesWell() {
        Reader reader = subscribed();
        store.judged("first", clock.instant());
        stream.tell();
        stream.tell();
        clock.turn(Duration.ofSeconds(1));
        store.judged("second", clock.instant());
        stream.tell();

        for (int seconds = 0; seconds < 200; seconds++) {
            clock.turn(Duration.ofSeconds(1));
            stream.tell();
        }
        store.judged("third", clock.instant());
        stream.tell();

        await().until(() -> reader.told.contains("third"));
        assertThat(reader.told).containsExactly("first", "second", "third");
    }

    @Test
    void tellsOfAChangeThatIsStoredTwoMinutesAfterTheTimeThatItCarries() {
        Reader reader = subscribed();
        Instant judged = clock.instant();
        for (int seconds = 0; seconds < 120; seconds++) {
            clock.turn(Duration.ofSeconds(1));
            stream.tell();
        }
        store.judged("late", judged);
        clock.turn(CaseStream.FAR_EVERY);
        stream.tell();

        await().until(() -> reader.told.contains("late"));
    }

    @Test
    void tellsOfWhatChangedWhileTheStoreWasAwayForLong() {
        Reader reader = subscribed();
        stream.tell();
        store.down = true;
        store.judged("meanwhile", clock.instant().plusSeconds(1));
        clock.turn(Duration.ofHours(1));
        stream.tell();
        store.down = false;
        stream.tell();

        await().until(() -> reader.told.contains("meanwhile"));
    }

    @Test
    void aSubscriberWhoHangsHoldsUpNobodyAndHasToComeAgain() {
        CountDownLatch stuck = new CountDownLatch(1);
        Reader hanging = new Reader(told -> wait(stuck));
        stream.subscribe(hanging, null);
        Reader reader = subscribed();
        int many = 2 * Delivery.MOST_WAITING;
        for (int number = 0; number < many; number++) {
            store.judged("case-" + number, clock.instant());
        }
        stream.tell();
        stream.beat();

        await().until(() -> reader.told.size() == many && reader.beats.size() == 2);
        assertThat(reader.hasEnded).isFalse();
        stuck.countDown();
        await().until(() -> hanging.hasEnded);
        assertThat(hanging.told).hasSizeLessThan(many);
    }

    @Test
    void nothingIsLostBetweenWhatWasMissedAndWhatIsNew() {
        store.judged("missed", clock.instant());
        stream.tell();
        CountDownLatch stuck = new CountDownLatch(1);
        Reader reader = new Reader(told -> wait(stuck));
        stream.subscribe(reader, clock.instant());
        await().until(() -> reader.told.contains("missed"));
        store.judged("new", clock.instant());
        stream.tell();
        stuck.countDown();

        await().until(() -> reader.told.contains("new"));
    }

    @Test
    void whoComesAgainIsToldWhatWasStoredAfterTheTimeThatItCarries() {
        Instant lastId = clock.instant();
        store.judged("stored after it", lastId.minusSeconds(120));
        clock.turn(Duration.ofMinutes(10));
        Reader reader = new Reader(told -> {});
        stream.subscribe(reader, lastId);

        await().until(() -> reader.told.contains("stored after it"));
    }

    @Test
    void nothingIsMissedByWhoseIdIsAheadOfTheClock() {
        store.judged("missed", clock.instant());
        Reader reader = new Reader(told -> {});
        stream.subscribe(reader, clock.instant().plusSeconds(2));

        await().until(() -> reader.told.contains("missed"));
    }

    @Test
    void whatChangesAfterTheClockWasSetBackIsTold() {
        Reader reader = subscribed();
        clock.turn(Duration.ofDays(2));
        stream.tell();
        clock.turnBack();
        stream.tell();
        store.judged("late", clock.instant());
        clock.turn(Duration.ofSeconds(140));
        stream.tell();

        await().until(() -> reader.told.contains("late"));
    }

    @Test
    void whoComesAgainAfterLongIsToldTheLastDayPageByPage() {
        Instant now = clock.instant();
        store.judged("too old", now.minus(CaseStream.FURTHEST_BACK).minus(Duration.ofHours(1)));
        for (int number = 0; number < 999; number++) {
            store.judged("case-" + number, now.minus(Duration.ofHours(number < 500 ? 23 : 1)));
        }
        for (Instant since : Set.of(Instant.EPOCH, Instant.MIN)) {
            Reader reader = new Reader(told -> {});
            stream.subscribe(reader, since);

            await().until(() -> reader.told.size() == 999);
            assertThat(reader.told).doesNotContain("too old").doesNotHaveDuplicates();
            assertThat(reader.beats).containsExactly(now.minus(CaseStream.FURTHEST_BACK));
        }
        assertThat(store.mostRead).isLessThanOrEqualTo(200);
    }

    @Test
    void whoComesFirstIsToldFromWhereToGoOnAndNothingOfBefore() {
        store.judged("before", clock.instant());
        stream.tell();
        for (Instant since : Set.of(Instant.MAX, clock.instant().plusSeconds(1))) {
            Reader reader = new Reader(told -> {});
            stream.subscribe(reader, since);
            await().until(() -> reader.beats.equals(List.of(clock.instant())));
        }
        Reader reader = subscribed();
        stream.tell();
        store.judged("after", clock.instant());
        stream.tell();

        await().until(() -> reader.told.equals(List.of("after")));
        clock.turn(Duration.ofSeconds(20));
        stream.tell();
        stream.beat();
        await().until(() -> reader.beats.equals(List.of(TestClock.START, clock.instant())));
    }

    @Test
    void aSubscriberThatCannotBeToldIsEndedAndTheOthersAreNot() {
        Reader failing = new Reader(told -> {
            throw new IllegalStateException("cannot be rendered now");
        });
        stream.subscribe(failing, null);
        Reader reader = subscribed();
        store.judged("told", clock.instant());
        stream.tell();

        await().until(() -> failing.hasEnded && reader.told.contains("told"));
        assertThat(reader.hasEnded).isFalse();
    }

    @Test
    void oneWhoseMissedChangesCannotBeReadIsEnded() {
        store.down = true;
        Reader reader = new Reader(told -> {});
        stream.subscribe(reader, clock.instant());

        await().until(() -> reader.hasEnded);
    }

    private Reader subscribed() {
        Reader reader = new Reader(told -> {});
        stream.subscribe(reader, null);
        await().until(() -> !reader.beats.isEmpty());
        return reader;
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Remembers what it is told, after which it does something. */
    private static final class Reader implements CaseStream.Subscriber {

        private final List<String> told = new CopyOnWriteArrayList<>();
        private final List<Instant> beats = new CopyOnWriteArrayList<>();
        private final Consumer<DecidedCase> then;
        private volatile boolean hasEnded;

        Reader(Consumer<DecidedCase> then) {
            this.then = then;
        }

        @Override
        public void tell(DecidedCase changed) {
            told.add(changed.judged().id());
            then.accept(changed);
        }

        @Override
        public void beat(Instant toldUntil) {
            beats.add(toldUntil);
        }

        @Override
        public void end() {
            hasEnded = true;
        }
    }
}
