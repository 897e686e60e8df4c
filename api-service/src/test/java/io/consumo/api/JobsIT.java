package io.consumo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@OnThrowawayStores
class JobsIT {

    @Autowired
    TaskScheduler scheduler;

    @Autowired
    ScheduledTaskHolder jobs;

    @Test
    void noneWaitsForAnotherThatHangs() throws Exception {
        int all = jobs.getScheduledTasks().size();
        CountDownLatch running = new CountDownLatch(all);
        List<Future<?>> hanging = new ArrayList<>();
        for (int job = 0; job < all; job++) {
            hanging.add(scheduler.scheduleWithFixedDelay(() -> hang(running), Duration.ofHours(1)));
        }
        try {
            assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            hanging.forEach(job -> job.cancel(true));
        }
    }

    private static void hang(CountDownLatch all) {
        try {
            all.countDown();
            all.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
