package io.consumo.consumer.cli;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.detection.DetectionProperties;
import io.consumo.consumer.detection.RuleProperties;
import io.consumo.consumer.detection.domain.Detector;
import java.io.IOException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** What the service is set to by its file and by variables, for a command that judges as it would. */
final class ServiceSettings {

    private final Binder binder;

    private ServiceSettings(Binder binder) {
        this.binder = binder;
    }

    static ServiceSettings read() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        return new ServiceSettings(Binder.get(environment));
    }

    InstallationProperties installation() {
        return bound("consumo.installation", InstallationProperties.class);
    }

    Detector detector() {
        return bound("consumo.detection", DetectionProperties.class)
                .detector(bound("consumo.rules", RuleProperties.class).book(), installation());
    }

    private <T> T bound(String prefix, Class<T> type) {
        return binder.bind(prefix, type).get();
    }
}
