package io.consumo.dashboard.part;

import com.vaadin.flow.router.HasDynamicTitle;

/** A page with a title, told in the top bar and in the browser's tab. */
public interface Titled extends HasDynamicTitle {

    String title();

    @Override
    default String getPageTitle() {
        return title() + " · Consumo";
    }
}
