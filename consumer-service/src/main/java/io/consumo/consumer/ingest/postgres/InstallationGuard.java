package io.consumo.consumer.ingest.postgres;

import io.consumo.consumer.InstallationProperties;
import io.consumo.model.store.Installation;
import io.consumo.service.start.PatientStart;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records the zone at the first start; refuses another one later, before any reading is taken. */
@Component
class InstallationGuard {

    InstallationGuard(JdbcClient jdbc, InstallationProperties installation, PatientStart start) {
        start.run(() -> {
            jdbc.sql("insert into installation (zone) values (:zone) on conflict do nothing")
                    .param("zone", installation.zone().getId())
                    .update();
            Installation.requireSame(
                    ZoneId.of(jdbc.sql("select zone from installation")
                            .query(String.class)
                            .single()),
                    installation.zone());
        });
    }
}
