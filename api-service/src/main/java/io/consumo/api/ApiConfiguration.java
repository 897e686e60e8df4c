package io.consumo.api;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.consumo.model.store.Installation;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What all features stand on: the clock, the stores, and the installation they wait for. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ApiConfiguration {

    /**
     * How long to wait for the stores.
     *
     * @param patience at start, for the consumer's schema
     * @param mongoTimeout for a connection to MongoDB and for its answer
     */
    @ConfigurationProperties("consumo.stores")
    record StoresProperties(Duration patience, Duration mongoTimeout) {}

    @Bean
    Clock clock(ConsumoProperties consumo) {
        return Clock.system(consumo.zone());
    }

    /**
     * Has a thread for each job, so that none waits for another that hangs. With virtual threads Spring would have all
     * that run at a fixed delay wait for each other.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        ThreadPoolTaskScheduler scheduler = builder.build();
        scheduler.setVirtualThreads(true);
        return scheduler;
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoProperties mongo) {
        return client.getDatabase(mongo.getMongoClientDatabase());
    }

    @Bean
    MongoClientSettingsBuilderCustomizer mongoTimeouts(StoresProperties stores) {
        long millis = stores.mongoTimeout().toMillis();
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(millis, TimeUnit.MILLISECONDS)
                        .readTimeout(millis, TimeUnit.MILLISECONDS));
    }

    /** After the port is open, so that the health check answers while the consumer is still making its schema. */
    @Bean
    @Order(0)
    ApplicationRunner awaitInstallation(DataSource dataSource, ConsumoProperties consumo, StoresProperties stores) {
        return arguments -> Installation.await(dataSource, consumo.zone(), stores.patience());
    }
}
