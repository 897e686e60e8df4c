package io.consumo.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id under which one request, and whatever comes of it, is found again in every service's log. */
public final class Correlation {

    /** Of requests and answers. */
    public static final String HTTP_HEADER = "X-Correlation-Id";

    /** Of records on every topic. */
    public static final String RECORD_HEADER = "consumo-correlation";

    /** What log lines call it. */
    public static final String LOG_KEY = "correlationId";

    /** No longer, and nothing that would break a line of a log. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    /** W3C Trace Context. */
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private Correlation() {}

    public static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** The caller's own id, else that of the trace it takes part in; empty when neither is well-formed. */
    public static Optional<String> given(@Nullable String id, @Nullable String traceParent) {
        if (id != null && WELL_FORMED.matcher(id).matches()) {
            return Optional.of(id);
        }
        return Optional.ofNullable(traceParent)
                .map(TRACE_PARENT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    /** What a record's header says; empty when it is none of ours. */
    public static Optional<String> ofRecord(byte @Nullable [] header) {
        return header == null ? Optional.empty() : given(new String(header, UTF_8), null);
    }
}
