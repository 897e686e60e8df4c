package io.consumo.consumer.fault;

import io.consumo.consumer.ReadingTopic;
import java.util.List;

/** Settings of a consumer in these tests: it finds out early that nobody answers. */
final class ConsumerSettings {

    private ConsumerSettings() {}

    /** @param postgres JDBC URL */
    static List<String> of(String kafka, String postgres, String mongo) {
        return List.of(
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--spring.datasource.url=" + postgres,
                "--spring.mongodb.uri=" + mongo,
                "--consumo.installation.zone=" + ReadingTopic.MADRID,
                // The least that the broker allows: so long a killed consumer's partitions lie idle.
                "--spring.kafka.consumer.properties.session.timeout.ms=6000",
                "--spring.kafka.consumer.properties.request.timeout.ms=5000",
                "--spring.datasource.hikari.data-source-properties.socketTimeout=6",
                "--consumo.stores.mongo-connection=4s",
                "--consumo.stores.mongo-answer=6s",
                "--consumo.ingest.longest-pause=1s",
                "--consumo.followup.longest-pause=1s");
    }
}
