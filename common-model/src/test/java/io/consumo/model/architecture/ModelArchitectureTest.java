package io.consumo.model.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "io.consumo.model", importOptions = DoNotIncludeTests.class)
class ModelArchitectureTest {

    @ArchTest
    static final ArchTests LAYERS = ArchTests.in(LayerRules.class);

    @ArchTest
    static final ArchRule KNOWS_NO_SPRING =
            ArchRuleDefinition.noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");
}
