package io.consumo.consumer.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lag and open marks for whoever collects metrics; not a number while the store that knows does not answer. */
@Component
class BacklogGauges implements MeterBinder {

    private final ReportStatus report;

    BacklogGauges(ReportStatus report) {
        this.report = report;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "consumo.lag.records", ReportStatus.Work::lag);
        gauge(registry, "consumo.marks.open", ReportStatus.Work::marks);
    }

    private void gauge(MeterRegistry registry, String name, Function<ReportStatus.Work, @Nullable Long> figure) {
        Gauge.builder(name, report, status -> {
                    Long value = figure.apply(status.work());
                    return value == null ? Double.NaN : value;
                })
                .strongReference(true)
                .register(registry);
    }
}
