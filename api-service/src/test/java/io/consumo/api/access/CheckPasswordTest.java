package io.consumo.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.consumo.api.TestClock;
import io.consumo.model.api.Session.Role;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class CheckPasswordTest {

    private final TestClock.Turned clock = new TestClock.Turned(TestClock.START);
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final CountingEncoder encoder = new CountingEncoder();
    private final AccessProperties settings = new AccessProperties(
            Map.of(), "consumo-demo", Duration.ofHours(12), Duration.ofMinutes(1), 4, 3, Duration.ofMinutes(1));
    private final CheckPassword check =
            new CheckPassword(accounts, encoder, new FailedLogins(settings, clock), settings, clock);

    CheckPasswordTest() {
        accounts.save(new Account("viewer", encoder.encode("right"), Role.VIEWER));
    }

    @Test
    void hashesARightPasswordOnceAMinute() {
        assertThat(check.check("viewer", "right")).isEqualTo(new Login("viewer", Role.VIEWER));
        check.check("viewer", "right");
        assertThat(encoder.matches).hasValue(1);

        clock.turn(Duration.ofMinutes(1));
        check.check("viewer", "right");
        assertThat(encoder.matches).hasValue(2);
    }

    @Test
    void refusesAWrongPasswordEvenWhileTheRightOneIsRemembered() {
        check.check("viewer", "right");

        assertWrong("viewer");
    }

    @Test
    void hashesForAnUnknownNameToo() {
        assertWrong("nobody");

        assertThat(encoder.matches).hasValue(1);
    }

    @Test
    void makesAUserWaitAfterTooManyFailures() {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertWrong("viewer");
            clock.turn(Duration.ofSeconds(10));
        }
        assertThatExceptionOfType(TooManyFailures.class)
                .isThrownBy(() -> check.check("viewer", "right"))
                .satisfies(failures -> assertThat(failures.retryAfter()).isEqualTo(Duration.ofSeconds(30)));

        clock.turn(Duration.ofSeconds(31));
        assertThat(check.check("viewer", "right").role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void lockingOutAGuesserDoesNotLockOutWhoIsLoggedIn() {
        check.check("viewer", "right");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertWrong("viewer");
        }
        assertThat(check.check("viewer", "right").username()).isEqualTo("viewer");
    }

    private void assertWrong(String username) {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> check.check(username, "wrong"));
    }

    private static final class CountingEncoder implements PasswordEncoder {

        private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(4);
        private final AtomicInteger matches = new AtomicInteger();

        @Override
        public String encode(CharSequence raw) {
            return bcrypt.encode(raw);
        }

        @Override
        public boolean matches(CharSequence raw, String encoded) {
            matches.incrementAndGet();
            return bcrypt.matches(raw, encoded);
        }
    }
}
