package io.consumo.dashboard.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.consumo.dashboard.backend.ApiProperties;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Titled;
import org.jspecify.annotations.Nullable;

/** Asks for name and password, and says why it did not work. */
@AnonymousAllowed
@Route(value = LoginView.PATH, autoLayout = false)
public final class LoginView extends Main implements BeforeEnterObserver, Titled {

    static final String PATH = "login";
    static final String FAILURE = "failure";

    private final LoginForm form = new LoginForm();
    private final Paragraph notice = new Paragraph();
    private final transient ApiProperties api;

    LoginView(ApiProperties api) {
        this.api = api;
        addClassName("login");
        Div brand = new Div(Icon.of("brand"), new H1("Consumo"));
        brand.addClassName("login-brand");
        Paragraph claim = new Paragraph(getTranslation("login.claim"));
        claim.addClassName("login-claim");
        notice.addClassName("login-notice");
        notice.getElement().setAttribute("role", "status");
        notice.setVisible(false);
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words(null));
        Div card = new Div(brand, claim, notice, form);
        card.addClassName("login-card");
        Div choices = new Div(new LanguageSwitch(), new ThemeSwitch());
        choices.addClassName("login-choices");
        add(card, choices);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(FAILURE)
                .flatMap(LoginFailure::parse)
                .ifPresent(failure -> {
                    form.setI18n(words(failure));
                    form.setError(true);
                });
        if (SessionEnd.tookPlace(VaadinSession.getCurrent())) {
            notice.setText(getTranslation("login.expired"));
            notice.setVisible(true);
        }
    }

    @Override
    public String title() {
        return getTranslation("login.title");
    }

    private LoginI18n words(@Nullable LoginFailure failure) {
        LoginI18n words = LoginI18n.createDefault();
        LoginI18n.Form fields = words.getForm();
        fields.setTitle(getTranslation("login.title"));
        fields.setUsername(getTranslation("login.username"));
        fields.setPassword(getTranslation("login.password"));
        fields.setSubmit(getTranslation("login.submit"));
        LoginI18n.ErrorMessage message = words.getErrorMessage();
        message.setUsername(getTranslation("login.usernameMissing"));
        message.setPassword(getTranslation("login.passwordMissing"));
        LoginFailure reason = failure == null ? LoginFailure.CREDENTIALS : failure;
        message.setTitle(getTranslation("login." + reason + ".title"));
        message.setMessage(
                getTranslation("login." + reason + ".advice", api.url().toString()));
        return words;
    }
}
