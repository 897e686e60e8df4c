package io.consumo.archiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.model.store.Installation.WrongZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WrongZoneIT {

    @Test
    void refusesToStartAndLeavesItsSchemaAlone(CapturedOutput output) {
        ConsumerSchema consumer = ConsumerSchema.create("Europe/Madrid");

        assertThatThrownBy(() -> SpringApplication.run(
                                ArchiverApplication.class,
                                "--server.port=0",
                                "--spring.datasource.url=" + consumer.url(),
                                "--consumo.installation.zone=UTC")
                        .close())
                .hasRootCauseInstanceOf(WrongZone.class);

        assertThat(output).contains("APPLICATION FAILED TO START", "CONSUMO_ZONE is UTC");
        assertThat(consumer.jdbc()
                        .sql("select count(*) from pg_tables where schemaname = 'archive'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
