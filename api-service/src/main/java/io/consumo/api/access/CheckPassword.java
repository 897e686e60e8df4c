package io.consumo.api.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks a name and password. With HTTP Basic they come with every request, and BCrypt is slow on purpose, so what was
 * right is remembered for a short time, as a keyed hash that is worth nothing outside of this process.
 */
@Component
class CheckPassword {

    private static final String HMAC = "HmacSHA256";

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final FailedLogins failures;
    private final AccessProperties settings;
    private final Clock clock;
    private final SecretKeySpec key = new SecretKeySpec(random(), HMAC);
    /** One entry a user at most. */
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    private final String hashOfNobody;

    CheckPassword(
            Accounts accounts, PasswordEncoder encoder, FailedLogins failures, AccessProperties settings, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.failures = failures;
        this.settings = settings;
        this.clock = clock;
        this.hashOfNobody = Objects.requireNonNull(encoder.encode(HexFormat.of().formatHex(random())));
    }

    private record Verified(String mac, Instant until, Login login) {}

    /**
     * Takes equally long for an unknown name and for a wrong password.
     *
     * @throws BadCredentialsException when they do not fit
     * @throws TooManyFailures when they were wrong too often just before
     */
    Login check(String username, String password) {
        String mac = mac(password);
        Verified known = verified.get(username);
        if (known != null && clock.instant().isBefore(known.until()) && same(mac, known.mac())) {
            return known.login();
        }
        failures.requireFew(username);
        Optional<Account> account = accounts.find(username);
        String hash = account.map(Account::passwordHash).orElse(hashOfNobody);
        if (!encoder.matches(password, hash) || account.isEmpty()) {
            failures.record(username);
            throw new BadCredentialsException("wrong name or password");
        }
        Login login = new Login(username, account.get().role());
        verified.put(username, new Verified(mac, clock.instant().plus(settings.verifiedFor()), login));
        return login;
    }

    private String mac(String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /** In a time that does not tell how much of it is the same. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
