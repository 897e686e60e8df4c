package io.consumo.model.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/**
 * The house rules of every service: a folder is a feature, a folder in it a technology; arrows point down only, from
 * adapters to the feature's root to its domain to the model.
 */
public final class LayerRules {

    @ArchTest
    static final ArchRule DOMAIN_IS_PURE_JAVA = noClasses()
            .that()
            .resideInAPackage("io.consumo..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.kafka..", "com.mongodb..", "java.sql..", "org.bson..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ROOTS_AND_DOMAIN_KNOW_NO_ADAPTER = noClasses()
            .that(describe("are no adapters", type -> !isAdapter(type)))
            .should()
            .dependOnClassesThat(describe("are adapters of ours", LayerRules::isAdapter))
            .allowEmptyShould(true);

    /** The command line is where things are put together, so it is an adapter that may know the others. */
    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().assignedFrom(new SliceAssignment() {
                @Override
                public String getDescription() {
                    return "adapters by package";
                }

                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return isAdapter(type) && !folderOf(type).equals("cli")
                            ? SliceIdentifier.of(type.getPackageName())
                            : SliceIdentifier.ignore();
                }
            })
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ADAPTERS_ARE_PACKAGE_PRIVATE = classes()
            .that(describe("are adapters", LayerRules::isAdapter))
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE =
            slices().matching("io.consumo.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .allowEmptyShould(true);

    private static final Set<String> TECHNOLOGIES =
            Set.of("kafka", "postgres", "mongo", "parquet", "folder", "web", "csv", "client", "cli");

    private LayerRules() {}

    private static boolean isAdapter(JavaClass type) {
        return type.getPackageName().startsWith("io.consumo.") && TECHNOLOGIES.contains(folderOf(type));
    }

    private static String folderOf(JavaClass type) {
        String name = type.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
