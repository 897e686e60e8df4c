package io.consumo.api.overview;

import io.consumo.api.Remembered;
import io.consumo.model.api.PipelinePart;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks all parts of the pipeline at once; one that does not answer in time is down. */
@Component
public class CheckPipeline implements DisposableBean {

    private static final List<String> STORES = List.of("postgres", "mongodb", "kafka");

    private final List<PipelineProbe> probes;
    private final PipelineProperties settings;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Remembered<List<PipelinePart>> parts;
    private final Remembered<List<PipelinePart>> stores;

    CheckPipeline(List<PipelineProbe> probes, PipelineProperties settings) {
        this.probes = probes.stream()
                .sorted(Comparator.comparingInt(probe -> PipelineProbe.PARTS.indexOf(probe.part())))
                .toList();
        this.settings = settings;
        this.parts = Remembered.briefly(settings.freshFor(), () -> ask(this.probes));
        this.stores = Remembered.briefly(
                settings.freshFor(),
                () -> ask(this.probes.stream()
                        .filter(probe -> STORES.contains(probe.part()))
                        .toList()));
    }

    public List<PipelinePart> parts() {
        return parts.get();
    }

    Optional<PipelinePart> part(String name) {
        return parts().stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** Each store to UP or DOWN. */
    public Map<String, String> stores() {
        Map<String, String> status = new TreeMap<>();
        stores.get().forEach(part -> status.put(part.name(), part.status()));
        return status;
    }

    private List<PipelinePart> ask(List<PipelineProbe> some) {
        List<CompletableFuture<PipelinePart>> answers =
                some.stream().map(this::ask).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<PipelinePart> ask(PipelineProbe probe) {
        return CompletableFuture.supplyAsync(() -> answerOf(probe), executor)
                .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> down(probe.part(), failure));
    }

    private static PipelinePart answerOf(PipelineProbe probe) {
        try {
            return probe.ask();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private PipelinePart down(String part, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String detail = cause instanceof TimeoutException
                ? "no answer within " + settings.timeout().toMillis() + " ms"
                : cause.getMessage();
        return new PipelinePart(part, "DOWN", null, null, null, "restart-" + part, detail);
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
