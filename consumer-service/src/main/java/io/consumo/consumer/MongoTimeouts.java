package io.consumo.consumer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** By default a MongoDB that hangs is waited for without end, with a client's marks held meanwhile. */
@Configuration(proxyBeanMethods = false)
class MongoTimeouts {

    /**
     * How long to wait for MongoDB before another try.
     *
     * @param mongoConnection until it is found and connected
     * @param mongoAnswer for what was asked, be it the largest bulk
     */
    @ConfigurationProperties("consumo.stores")
    record StoresProperties(Duration mongoConnection, Duration mongoAnswer) {}

    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaiting(StoresProperties stores) {
        long connection = stores.mongoConnection().toMillis();
        long answer = stores.mongoAnswer().toMillis();
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(connection, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(connection, TimeUnit.MILLISECONDS)
                        .readTimeout(answer, TimeUnit.MILLISECONDS));
    }
}
