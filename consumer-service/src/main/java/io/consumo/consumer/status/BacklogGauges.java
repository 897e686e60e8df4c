package io.consumo.consumer.status;

import io.consumo.service.metrics.Glance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lag, open marks and which stores answer, for whoever collects metrics. */
@Component
class BacklogGauges implements MeterBinder {

    private final Glance<ReportStatus.Work> work;
    private final List<Store> stores;

    BacklogGauges(ReportStatus report, List<Store> stores) {
        this.work = new Glance<>(report::work);
        this.stores = stores;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        work.gauge(
                        registry,
                        "consumo.lag.records",
                        null,
                        "Records on the topic that are not stored yet, of all consumers; NaN while Kafka does not tell",
                        ReportStatus.Work::lag)
                .gauge(
                        registry,
                        "consumo.marks.open",
                        null,
                        "Client-days that months and cases have still to follow; NaN while PostgreSQL does not tell",
                        ReportStatus.Work::marks);
        for (Store store : stores) {
            work.gauge(
                    registry,
                    "consumo.store.up",
                    null,
                    "Whether the store answers this consumer",
                    now -> "UP".equals(now.stores().get(store.part())) ? 1 : 0,
                    "store",
                    store.part());
        }
    }
}
