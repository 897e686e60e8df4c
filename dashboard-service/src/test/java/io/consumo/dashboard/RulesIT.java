package io.consumo.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.consumo.dashboard.Browser.Look;
import io.consumo.model.api.RuleChange;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The jobs of whoever tunes the rules. */
class RulesIT extends PageScenario {

    @Test
    void tellsHowFarEachRuleCanBeTrustedAndWhichWasChanged() {
        Page page = logInAt(Look.DESK, "/rules");

        Locator rows = page.locator(".rules-columns > .card:first-child tbody tr");
        assertThat(rows.first()).containsText("Fraud · drop");
        assertThat(rows.first()).containsText("13 cases");
        assertThat(rows.first()).containsText("84.6");
        assertThat(rows.last()).containsText("1 changed");
        rows.last().locator("a").click();
        assertThat(page).hasURL(url("/rules?rule=spike"));
        assertThat(page.locator(".rule-editor")).containsText("Too many saunas");
        assertThat(page.locator(".thresholds .changed")).containsText("shipped as 155");
        shoot(page, "rules");
    }

    @Test
    void refusesAThresholdBeyondWhatIsAllowedAndNamesIt() {
        Page page = logInAt(Look.DESK, "/rules?rule=fraud.drop");
        threshold(page, "Fall from").fill("99");
        page.locator(".rules-save").click();

        assertThat(page.locator(".rule-editor")).containsText("Allowed: 10–95");
        assertThat(page.locator(".rule-editor")).containsText("Write why");
    }

    @Test
    void savesAThresholdWithAReason() {
        Page page = logInAt(Look.DESK, "/rules?rule=fraud.drop");
        threshold(page, "Fall from").fill("45");
        page.locator(".rule-reason textarea").fill("Fewer visits for nothing");
        page.locator(".rules-save").click();

        assertThat(page.locator(".toast-text").first()).containsText("judges by the new thresholds");
        assertThat(page.locator(".rules-columns > .card:first-child tbody tr").first())
                .containsText("1 changed");
        assertThat(page.locator(".rule-editor")).containsText("Fewer visits for nothing");
    }

    @Test
    void saysThatSomebodyElseChangedTheRule() {
        Page page = logInAt(Look.DESK, "/rules?rule=fraud.drop");
        threshold(page, "Fall from").fill("45");
        page.locator(".rule-reason textarea").fill("Fewer visits");
        API.change("fraud.drop", new RuleChange(null, Map.of("missingKwh", 2.0), "By night", null), "other");
        page.locator(".rules-save").click();

        assertThat(page.locator(".rule-editor .failed")).containsText("Somebody else");
        assertThat(threshold(page, "Fall from")).hasValue("45");
        page.locator(".rule-editor .failed button").click();
        assertThat(page.locator(".rule-editor")).containsText("By night");
    }

    @Test
    void triesThresholdsOnStoredDaysOverAReload() {
        Page page = logInAs("analyst", Look.DESK, "/rules?rule=fraud.drop");
        threshold(page, "Fall from").fill("45");
        page.getByText("Try on stored days").click();
        assertThat(page.locator(".backtest")).containsText(Pattern.compile("of 50 clients|Found in addition"));
        assertThat(page).hasURL(Pattern.compile(".*backtest=1.*"));
        page.reload();

        Locator outcome = page.locator(".backtest");
        assertThat(outcome).containsText("Fall from 45");
        assertThat(outcome).containsText("10 of 11");
        assertThat(outcome.locator(".backtest-side").last()).containsText("No longer found: 2");
        shoot(page, "rules-backtest");
        outcome.locator(".backtest-side").last().getByText("C-000001").click();
        assertThat(page).hasURL(url("/anomalies/K0000"));
    }

    @Test
    void saysThatATryIsNoLongerRemembered() {
        Page page = logInAs("analyst", Look.DESK, "/rules?backtest=7");

        assertThat(page.locator(".backtest .failed")).containsText("There is no such thing");
        assertThat(page.locator(".backtest .progress")).hasCount(0);
    }

    @Test
    void letsAnAnalystTryAndAViewerLook() {
        Page analyst = logInAs("analyst", Look.DESK, "/rules");
        assertThat(analyst.getByText("Try on stored days")).isVisible();
        assertThat(analyst.locator(".rules-save")).hasCount(0);

        Page viewer = logInAs("viewer", Look.DESK, "/rules");
        assertThat(viewer.locator(".thresholds input").first()).hasAttribute("readonly", "");
        assertThat(viewer.locator(".rule-editor button")).hasCount(0);
    }

    @Test
    void tellsWhatIsFoundOfWhatTheSimulationPutIn() {
        Page page = logInAt(Look.PHONE, "/rules");

        assertThat(page.locator(".score")).containsText("1 at 40 untouched clients");
        assertThat(page.locator(".score tbody tr").first()).containsText("6.5 days");
        assertThat(page.locator(".score tbody tr").last()).containsText("mute meter");
        shoot(page, "rules-phone");
    }

    private static Locator threshold(Page page, String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true))
                .first();
    }
}
