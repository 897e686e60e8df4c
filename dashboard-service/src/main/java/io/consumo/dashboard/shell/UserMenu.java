package io.consumo.dashboard.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.consumo.dashboard.part.Icon;

/** Who is logged in, and the way out. */
final class UserMenu extends MenuBar {

    UserMenu(SignedIn signedIn, AuthenticationContext authentication) {
        addClassName("user");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        Span name = new Span(signedIn.username());
        name.addClassName("user-name");
        MenuItem user = addItem(new Span(Icon.of("user"), name));
        user.setAriaLabel(translate("user.menu", signedIn.username()));
        user.getSubMenu().addItem(translate("role." + signedIn.role())).setEnabled(false);
        user.getSubMenu().addItem(translate("user.logout"), click -> authentication.logout());
    }
}
