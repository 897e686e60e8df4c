package io.consumo.producer.cli;

import io.consumo.producer.feed.FeedProperties;
import io.consumo.producer.verify.VerifyFile;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The same feed as in the service, with the same settings, but no server: a command has to start quickly. */
@ComponentScan(
        basePackageClasses = {FeedProperties.class, VerifyFile.class},
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.consumo\\.producer\\.feed\\.web\\..*"))
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
final class FeedWiring {

    private FeedWiring() {}

    static ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(FeedWiring.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        // What goes wrong is told by the command, in one sentence.
        return application.run("--logging.level.root=off", "--logging.level.org.apache.kafka=off");
    }
}
