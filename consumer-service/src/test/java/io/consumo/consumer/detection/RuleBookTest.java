package io.consumo.consumer.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.consumo.consumer.detection.domain.AnomalyRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Names the piece that was forgotten when a rule was added. */
class RuleBookTest {

    private static final String RULES = "io.consumo.consumer.detection.domain.rule";

    @EnableConfigurationProperties(RuleProperties.class)
    static class Settings {}

    @Test
    void everyRuleHasItsBlockOfSettingsAndItsLineInTheBook() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(Settings.class)
                .run(context -> {
                    List<AnomalyRule> listed = context.getBean(RuleProperties.class).book().families().stream()
                            .flatMap(List::stream)
                            .toList();
                    assertThat(listed.stream().map(rule -> rule.getClass().getName()))
                            .as("rules in RuleProperties.book(), against the classes in " + RULES)
                            .containsExactlyInAnyOrderElementsOf(ruleClasses());
                    assertThat(listed).allMatch(AnomalyRule::enabled);
                });
    }

    @Test
    void everyRuleHasATestThatKeepsTheContract() {
        Set<String> tests = new ClassFileImporter()
                .importPackages(RULES).stream()
                        .filter(type -> type.getAllRawInterfaces().stream()
                                .anyMatch(parent -> parent.getSimpleName().equals("AnomalyRuleContract")))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(tests)
                .containsExactlyInAnyOrderElementsOf(
                        ruleClasses().stream().map(name -> name + "Test").toList());
    }

    private static Set<String> ruleClasses() {
        return new ClassFileImporter()
                .importPackages(RULES).stream()
                        .filter(type -> type.isAssignableTo(AnomalyRule.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
    }
}
