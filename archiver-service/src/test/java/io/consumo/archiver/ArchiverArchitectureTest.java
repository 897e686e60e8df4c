package io.consumo.archiver;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.consumo.model.architecture.LayerRules;

@AnalyzeClasses(packages = "io.consumo.archiver", importOptions = DoNotIncludeTests.class)
class ArchiverArchitectureTest {

    @ArchTest
    static final ArchTests LAYERS = ArchTests.in(LayerRules.class);

    /** A command answers at once; Spring would take seconds. */
    @ArchTest
    static final ArchRule COMMANDS_START_WITHOUT_SPRING = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("..cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");
}
