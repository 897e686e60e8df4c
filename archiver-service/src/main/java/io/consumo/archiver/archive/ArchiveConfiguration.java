package io.consumo.archiver.archive;

import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.archive.domain.ArchivePolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the policy of the settings. */
@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {

    @Bean
    ArchivePolicy archivePolicy(InstallationProperties installation, ArchiveProperties archive) {
        return new ArchivePolicy(installation.windowDays(), archive.quiet());
    }
}
