package io.consumo.producer.feed;

import io.consumo.model.api.SimulationRequest;
import io.consumo.model.api.SimulationRun;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Simulations that were asked for while the service runs: one at a time, the last hundred remembered. */
@Service
public class Simulations implements DisposableBean {

    private static final int REMEMBERED = 100;

    private final FeedReadings feed;
    private final FeedProperties settings;
    private final InstantSource clock;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("simulation").factory());
    private final Map<String, SimulationJob> jobs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SimulationJob> eldest) {
            return size() > REMEMBERED;
        }
    };

    Simulations(FeedReadings feed, FeedProperties settings, InstantSource clock) {
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException naming the field that is wrong and what it may be */
    public SimulationRun start(SimulationRequest request) {
        SimulationOrder order = SimulationOrder.of(request, settings.meters());
        SimulationJob job = new SimulationJob(UUID.randomUUID().toString(), order, clock);
        synchronized (jobs) {
            jobs.put(job.id(), job);
        }
        executor.execute(() -> job.run(feed));
        return job.snapshot();
    }

    public Optional<SimulationRun> find(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id)).map(SimulationJob::snapshot);
        }
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
