package io.consumo.api.overview.kafka;

import io.consumo.api.overview.PipelineProbe;
import io.consumo.api.overview.PipelineProperties;
import io.consumo.model.api.PipelinePart;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

@Component
class KafkaProbe implements PipelineProbe, DisposableBean {

    private final Admin admin;
    private final PipelineProperties settings;

    KafkaProbe(KafkaProperties kafka, PipelineProperties settings) {
        this.settings = settings;
        this.admin = Admin.create(Map.copyOf(kafka.buildAdminProperties()));
    }

    @Override
    public String part() {
        return "kafka";
    }

    @Override
    public PipelinePart ask() throws Exception {
        admin.describeCluster().nodes().get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        return PipelineProbe.up(part());
    }

    @Override
    public void destroy() {
        admin.close(settings.timeout());
    }
}
