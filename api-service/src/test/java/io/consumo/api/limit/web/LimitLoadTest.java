package io.consumo.api.limit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.limit.LimitProperties;
import io.consumo.api.limit.Overloaded;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LimitLoadTest {

    private final List<Exception> refused = new CopyOnWriteArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger answered = new AtomicInteger();

    @Test
    void refusesWhatFindsNoPlaceInTimeAndTakesTheNextWhenOneIsFree() throws Exception {
        LimitLoad limit = limit(Duration.ofMillis(50));
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> slow = List.of(asking(limit, inside, end), asking(limit, inside, end));
        inside.await();

        ask(limit, "/api/v1/overview", new CountDownLatch(0), new CountDownLatch(0));
        ask(limit, "/api/v1/health", new CountDownLatch(0), new CountDownLatch(0));
        ask(limit, "/actuator/prometheus", new CountDownLatch(0), new CountDownLatch(0));

        assertThat(refused).singleElement().isInstanceOf(Overloaded.class);
        assertThat(meters.get("consumo.requests.overloaded").counter().count()).isEqualTo(1);
        assertThat(answered).hasValue(2);

        end.countDown();
        for (Thread one : slow) {
            one.join();
        }
        ask(limit, "/api/v1/overview", new CountDownLatch(0), new CountDownLatch(0));
        assertThat(answered).hasValue(5);
    }

    @Test
    void waitsForAPlace() throws Exception {
        LimitLoad limit = limit(Duration.ofMinutes(1));
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        asking(limit, inside, end);
        asking(limit, inside, end);
        inside.await();
        Thread third = asking(limit, new CountDownLatch(0), new CountDownLatch(0));
        end.countDown();
        third.join();
        assertThat(refused).isEmpty();
    }

    private LimitLoad limit(Duration patience) {
        return new LimitLoad(
                new LimitProperties(1, Duration.ofHours(1), 2, patience),
                (request, response, handler, exception) -> {
                    refused.add(exception);
                    return null;
                },
                meters);
    }

    private Thread asking(LimitLoad limit, CountDownLatch inside, CountDownLatch end) {
        return Thread.ofVirtual().start(() -> ask(limit, "/api/v1/overview", inside, end));
    }

    private void ask(LimitLoad limit, String path, CountDownLatch inside, CountDownLatch end) {
        try {
            limit.doFilter(
                    new MockHttpServletRequest("GET", path), new MockHttpServletResponse(), (request, response) -> {
                        inside.countDown();
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        answered.incrementAndGet();
                    });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
