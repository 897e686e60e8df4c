package io.consumo.dashboard.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How many people look, for whoever collects metrics. */
@Component
class SessionGauges implements VaadinServiceInitListener {

    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();

    SessionGauges(MeterRegistry meters) {
        Gauge.builder("consumo.sessions.open", sessions, AtomicInteger::get)
                .description("Browsers that have been here and are not forgotten yet")
                .register(meters);
        Gauge.builder("consumo.pages.open", pages, AtomicInteger::get)
                .description("Pages that are open, each tab for itself")
                .register(meters);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> sessions.incrementAndGet());
        event.getSource().addSessionDestroyListener(ended -> sessions.decrementAndGet());
        event.getSource().addUIInitListener(begun -> {
            pages.incrementAndGet();
            begun.getUI().addDetachListener(ended -> pages.decrementAndGet());
        });
    }
}
