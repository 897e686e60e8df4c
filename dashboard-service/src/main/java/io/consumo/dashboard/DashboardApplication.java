package io.consumo.dashboard;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The web application for analysts and operators; it knows nothing but what the API tells it. */
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://icons.css")
@StyleSheet("context://consumo.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class DashboardApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(DashboardApplication.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "favicon.svg", "any");
    }
}
