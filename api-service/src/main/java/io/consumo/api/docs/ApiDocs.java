package io.consumo.api.docs;

import io.consumo.model.ReadingRules;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the OpenAPI document says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDocs implements WebMvcConfigurer {

    private static final String DESCRIPTION = """
            Electricity consumption of all clients, and the anomalies found in it. Energies are in kWh, local days those of \
            the installation's zone, instants carry an offset. Errors are application/problem+json with a stable type. \
            Roles: VIEWER reads, ANALYST decides cases, OPERATOR sends data and changes rules.""";

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        YearMonth.class,
                        new StringSchema().pattern("\\d{4}-\\d{2}").example("2026-10"));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/", "/docs");
    }

    /** As it is sent; taken apart by ReadingJson, not bound. */
    private static Schema<?> reading() {
        Schema<Number> minutes = new IntegerSchema();
        minutes.setEnum(List.of(15, 30, 60));
        minutes.setDefault(60);
        StringSchema quality = new StringSchema();
        quality.setEnum(List.of("MEASURED", "ESTIMATED"));
        quality.setDefault("MEASURED");
        Schema<?> reading = new ObjectSchema();
        reading.addProperty("clientId", new StringSchema().maxLength(ReadingRules.MAXIMUM_ID_LENGTH));
        reading.addProperty("start", new DateTimeSchema());
        reading.addProperty("minutes", minutes);
        reading.addProperty("kwh", new NumberSchema().minimum(BigDecimal.ZERO));
        reading.addProperty("quality", quality);
        reading.addProperty("revision", new IntegerSchema().format("int64").minimum(BigDecimal.ZERO));
        reading.setRequired(List.of("clientId", "start", "kwh"));
        return reading;
    }

    /** One schema for each enumeration, so that a generated client has one type for it. */
    @Bean
    ModelResolver modelResolver(SchemaNames names) {
        ModelResolver.enumsAsRef = true;
        return new ModelResolver(Json31.mapper(), names).openapi31(true);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Consumo").version("1").description(DESCRIPTION))
                .servers(List.of(new Server().url("/")))
                .tags(List.of(
                        new Tag().name("Overview").description("What is going on, at a glance"),
                        new Tag().name("Clients").description("Supply points"),
                        new Tag().name("Consumption").description("Days, hours and months"),
                        new Tag().name("Anomalies").description("Cases with their evidence"),
                        new Tag().name("Rules").description("Thresholds, what a change would do, how well they find"),
                        new Tag().name("Readings").description("Sending readings"),
                        new Tag().name("Archive").description("What is older than the active window"),
                        new Tag().name("Session").description("Bearer tokens"),
                        new Tag().name("Administration").description("Tokens of other systems, and who did what")))
                .components(new Components()
                        .addSchemas("Reading", reading())
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Name and password with each request"))
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token from POST /api/v1/session")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }
}
