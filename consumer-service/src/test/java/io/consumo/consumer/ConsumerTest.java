package io.consumo.consumer;

import io.consumo.stack.TestStores;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Runs the whole consumer on throw-away stores of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"consumo.detection.silence.every=1h", "consumo.installation.zone=Europe/Madrid"})
@ContextConfiguration(initializers = ConsumerTest.Stores.class)
@DirtiesContext
public @interface ConsumerTest {

    /** Points the service at new databases, and at topics nobody has used. */
    class Stores implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            ReadingTopic.renew();
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "spring.datasource.url=" + TestStores.freshPostgres(),
                    "spring.mongodb.uri=" + TestStores.freshMongo(),
                    "spring.kafka.bootstrap-servers=" + TestStores.kafka());
        }
    }
}
