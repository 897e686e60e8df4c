package io.consumo.consumer.detection.domain;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that a client's day may be judged by: the days of the window before it, and the profiles of earlier months. */
public final class History {

    private final List<KnownDay> window;
    private final Supplier<List<MonthProfile>> profiles;
    private @Nullable List<MonthProfile> read;

    History(List<KnownDay> window, Supplier<List<MonthProfile>> profiles) {
        this.window = List.copyOf(window);
        this.profiles = profiles;
    }

    /** The days of the window that are known, accepted or not, oldest first. */
    public List<KnownDay> window() {
        return window;
    }

    /** Those days of the window that may teach what is normal, oldest first. */
    public List<DayCurve> accepted() {
        return window.stream().filter(KnownDay::isAccepted).map(KnownDay::curve).toList();
    }

    /** How many days of the window teach nothing although no rule fired. */
    int doubtfulDays() {
        return (int) window.stream()
                .filter(day -> day.doubtful() && day.findings().isEmpty())
                .count();
    }

    /** At most {@link MonthProfile#MONTHS_KEPT} months before that of the judged day, oldest first. */
    public List<MonthProfile> profiles() {
        List<MonthProfile> known = read;
        if (known == null) {
            known = profiles.get();
            read = known;
        }
        return known;
    }
}
