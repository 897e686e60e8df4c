package io.consumo.api;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.consumo.model.architecture.LayerRules;

@AnalyzeClasses(packages = "io.consumo.api", importOptions = DoNotIncludeTests.class)
class ApiArchitectureTest {

    @ArchTest
    static final ArchTests LAYERS = ArchTests.in(LayerRules.class);
}
