package io.consumo.consumer;

import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How this service uses MongoDB. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    /**
     * How long to wait for MongoDB before another try.
     *
     * @param mongoConnection until it is found and connected
     * @param mongoAnswer for what was asked, be it the largest bulk
     */
    @ConfigurationProperties("consumo.stores")
    record StoresProperties(Duration mongoConnection, Duration mongoAnswer) {}

    /** By default a MongoDB that hangs is waited for without end, with a client's marks held meanwhile. */
    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaiting(StoresProperties stores) {
        long connection = stores.mongoConnection().toMillis();
        long answer = stores.mongoAnswer().toMillis();
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(connection, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(connection, TimeUnit.MILLISECONDS)
                        .readTimeout(answer, TimeUnit.MILLISECONDS));
    }

    /** What was acknowledged is in the journal, since the marks that would bring it back are deleted then. */
    @Bean
    MongoClientSettingsBuilderCustomizer journaledWrites() {
        return settings -> settings.writeConcern(WriteConcern.JOURNALED);
    }
}
