package io.consumo.dashboard.live;

import io.consumo.dashboard.backend.AnomalyClient;
import io.consumo.dashboard.backend.ArchiveClient;
import io.consumo.dashboard.backend.OverviewClient;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.ArchiveSummary;
import io.consumo.model.api.LoadPoint;
import io.consumo.model.api.Overview;
import io.consumo.model.api.PipelinePart;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The one poller of the application: everything that changes while somebody looks. */
@Component
public final class LiveFeed {

    private static final int LOAD_HOURS = 48;
    private static final int NEWEST_CASES = 8;
    private static final long TICK_MILLIS = 50;

    private final LiveTopic<Overview> overview;
    private final LiveTopic<List<PipelinePart>> pipeline;
    private final LiveTopic<List<LoadPoint>> load;
    private final LiveTopic<List<Anomaly>> newestCases;
    private final LiveTopic<ArchiveSummary> archive;
    private final List<LiveTopic<?>> topics;
    private final InstantSource clock = InstantSource.system();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live").daemon().factory());
    private final Future<?> ticking;

    LiveFeed(OverviewClient figures, AnomalyClient cases, ArchiveClient archives, LiveProperties settings) {
        overview = new LiveTopic<>(settings.figuresEvery(), figures::overview, clock);
        pipeline = new LiveTopic<>(settings.pipelineEvery(), figures::pipeline, clock);
        load = new LiveTopic<>(settings.loadEvery(), caller -> figures.load(caller, LOAD_HOURS), clock);
        newestCases = new LiveTopic<>(settings.casesEvery(), caller -> cases.newest(caller, NEWEST_CASES), clock);
        archive = new LiveTopic<>(settings.archiveEvery(), archives::summary, clock);
        topics = List.of(overview, pipeline, load, newestCases, archive);
        ticking = ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    public LiveTopic<Overview> overview() {
        return overview;
    }

    public LiveTopic<List<PipelinePart>> pipeline() {
        return pipeline;
    }

    public LiveTopic<List<LoadPoint>> load() {
        return load;
    }

    public LiveTopic<List<Anomaly>> newestCases() {
        return newestCases;
    }

    public LiveTopic<ArchiveSummary> archive() {
        return archive;
    }

    /** A slow answer to one topic must not hold up the others. */
    private void tick() {
        topics.stream().filter(LiveTopic::isDue).forEach(topic -> Thread.startVirtualThread(topic::poll));
    }

    @PreDestroy
    void stop() {
        ticking.cancel(true);
        ticks.close();
    }
}
