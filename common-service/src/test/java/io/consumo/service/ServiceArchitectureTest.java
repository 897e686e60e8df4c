package io.consumo.service;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.consumo.model.architecture.LayerRules;

@AnalyzeClasses(packages = "io.consumo.service", importOptions = DoNotIncludeTests.class)
class ServiceArchitectureTest {

    @ArchTest
    static final ArchTests LAYERS = ArchTests.in(LayerRules.class);
}
