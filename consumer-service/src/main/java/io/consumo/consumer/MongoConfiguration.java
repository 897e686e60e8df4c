package io.consumo.consumer;

import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How this service uses MongoDB. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    /** A transaction in PostgreSQL waits meanwhile; whoever asks tries again. */
    private static final int PATIENCE_SECONDS = 5;

    /** What was acknowledged is in the journal, since the marks that would bring it back are deleted then. */
    @Bean
    MongoClientSettingsBuilderCustomizer journaled() {
        return settings -> settings.writeConcern(WriteConcern.JOURNALED)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
}
