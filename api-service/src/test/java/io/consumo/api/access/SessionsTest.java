package io.consumo.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.consumo.api.TestClock;
import io.consumo.model.api.Session;
import io.consumo.model.api.Session.Role;
import io.consumo.service.start.PatientStart;
import io.consumo.service.start.PatientStart.StartProperties;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class SessionsTest {

    private static final Login ANALYST = new Login("analyst", Role.ANALYST);

    private final TestClock.Turned clock = new TestClock.Turned(TestClock.START);
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryTokens tokens = new InMemoryTokens();
    private final Sessions sessions = new Sessions(tokens, accounts, settings("first"), clock);

    SessionsTest() {
        prepareAccounts("first");
    }

    @Test
    void storesATokenOnlyAsItsHash() {
        Session session = sessions.open(ANALYST);

        assertThat(session.token()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(session.expiresAt()).isEqualTo(TestClock.START.plus(Duration.ofHours(12)));
        assertThat(tokens.grants).hasSize(1).doesNotContainKey(session.token());
        assertThat(sessions.login(session.token())).isEqualTo(ANALYST);
    }

    @Test
    void refusesATokenThatExpiredOrWasEnded() {
        Session session = sessions.open(ANALYST);
        sessions.login(session.token());
        clock.turn(Duration.ofHours(12));
        assertRefused(session);

        Session next = sessions.open(ANALYST);
        sessions.login(next.token());
        sessions.close(next.token());
        assertRefused(next);
        assertThat(tokens.grants).as("the expired one is gone too").isEmpty();
    }

    @Test
    void knowsATokenAgainWhileTheStoreIsDown() {
        Session session = sessions.open(ANALYST);
        sessions.login(session.token());
        Session unseen = sessions.open(ANALYST);

        clock.turn(Duration.ofHours(2));
        tokens.down = true;

        assertThat(sessions.login(session.token())).isEqualTo(ANALYST);
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> sessions.login(unseen.token()));
        clock.turn(Duration.ofHours(10));
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> sessions.login(session.token()));
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() {
        Session session = sessions.open(ANALYST);

        prepareAccounts("first");
        assertThat(sessions.login(session.token())).isEqualTo(ANALYST);

        clock.turn(Duration.ofMinutes(2));
        prepareAccounts("second");
        assertRefused(session);
    }

    private void assertRefused(Session session) {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> sessions.login(session.token()));
    }

    private void prepareAccounts(String password) {
        AccessProperties settings = settings(password);
        new PrepareAccounts(
                        accounts,
                        tokens,
                        new BCryptPasswordEncoder(4),
                        settings,
                        new DemoPasswords(settings),
                        new PatientStart(new StartProperties(Duration.ZERO, Duration.ZERO)))
                .afterSingletonsInstantiated();
    }

    private static AccessProperties settings(String analystPassword) {
        return new AccessProperties(
                Map.of(Role.ANALYST, analystPassword, Role.VIEWER, " "),
                "consumo-demo",
                Duration.ofHours(12),
                Duration.ofMinutes(1),
                4,
                3,
                Duration.ofMinutes(1));
    }
}
