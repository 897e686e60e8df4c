package io.consumo.producer.feed;

import io.consumo.model.ReadingRules;
import io.consumo.model.file.CsvReadings;
import io.consumo.model.file.ReadingFile;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all of the feed shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class FeedConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    ReadingRules readingRules(FeedProperties settings, InstantSource clock) {
        return new ReadingRules(settings.zone(), ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM, clock);
    }

    @Bean
    ReadingFile readingFile(ReadingRules rules) {
        return new CsvReadings(rules);
    }
}
