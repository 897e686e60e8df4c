package io.consumo.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.shared.Registration;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveTopicTest {

    private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final List<Caller> asked = new ArrayList<>();
    private Instant now = NOW;
    private final Set<String> ended = new HashSet<>();
    private @Nullable BackendFailure failure;
    private final LiveTopic<String> topic = new LiveTopic<>(EVERY, this::fetch, () -> now);

    @Test
    void asksOnceForAllWhoReadTheSameLanguage() {
        List<Fetched<String>> first = watch("one", true);
        List<Fetched<String>> second = watch("two", true);

        topic.poll();

        assertThat(asked).hasSize(1);
        assertThat(first).isEqualTo(second).extracting(Fetched::value).containsExactly("en 1");
    }

    @Test
    void asksOnceForEachLanguage() {
        watch("one", true);
        List<Fetched<String>> spanish = watch("two", false);

        topic.poll();

        assertThat(asked).hasSize(2);
        assertThat(spanish).extracting(Fetched::value).allMatch(value -> value.startsWith("es"));
    }

    @Test
    void isNotDueWhileNobodyWatches() {
        assertThat(topic.isDue()).isFalse();

        Registration registration = topic.watch(caller("one", true), fetched -> {});
        assertThat(topic.isDue()).isTrue();

        registration.remove();
        assertThat(topic.isDue()).isFalse();
    }

    @Test
    void isDueAgainAfterItsTime() {
        watch("one", true);
        topic.poll();

        now = NOW.plus(EVERY).minusMillis(1);
        assertThat(topic.isDue()).isFalse();
        now = NOW.plus(EVERY);
        assertThat(topic.isDue()).isTrue();
    }

    @Test
    void tellsLatecomersWhatIsKnown() {
        watch("one", true);
        topic.poll();

        assertThat(watch("two", true)).extracting(Fetched::value).containsExactly("en 1");
    }

    @Test
    void greetsWhoComesBackWithWhatWasSeenJustNowOnly() {
        Registration registration = topic.watch(caller("one", true), fetched -> {});
        topic.poll();
        registration.remove();

        now = NOW.plusSeconds(14);
        assertThat(watch("one", true)).extracting(Fetched::value).containsExactly("en 1");
        now = NOW.plusSeconds(15);
        assertThat(watch("two", true)).isEmpty();
    }

    @Test
    void goesOnWithAnothersTokenWhenASessionEnded() {
        List<Fetched<String>> first = watch("one", true);
        List<Fetched<String>> second = watch("two", true);
        ended.add("one");

        topic.poll();
        topic.poll();

        assertThat(first).hasSize(1);
        assertThat(first.getFirst().failure()).isNotNull().matches(ofFirst -> ofFirst.is(Kind.UNAUTHORISED));
        assertThat(second).hasSize(2).allMatch(fetched -> fetched.failure() == null);
    }

    @Test
    void keepsTheLastValueWhileTheApiIsAway() {
        List<Fetched<String>> seen = watch("one", true);
        topic.poll();
        failure = new BackendFailure(Kind.UNREACHABLE, "away");

        topic.poll();

        assertThat(seen.getLast()).isEqualTo(new Fetched<>("en 1", failure));
    }

    private String fetch(Caller caller) {
        asked.add(caller);
        if (ended.contains(caller.token())) {
            throw new BackendFailure(Kind.UNAUTHORISED, "ended");
        }
        if (failure != null) {
            throw failure;
        }
        return caller.language() + " " + asked.size();
    }

    private List<Fetched<String>> watch(String token, boolean english) {
        List<Fetched<String>> seen = new ArrayList<>();
        topic.watch(caller(token, english), seen::add);
        return seen;
    }

    private static Caller caller(String token, boolean english) {
        return new Caller(token, english ? Texts.ENGLISH : Texts.SPANISH);
    }
}
