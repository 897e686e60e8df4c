package io.consumo.producer.feed.domain;

import io.consumo.producer.feed.domain.ClientProfile.Kind;
import io.consumo.producer.feed.domain.Noise.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who goes wrong, how, and from when on. */
public final class AnomalyPlan {

    /** A home whose day has no shape or whose consumption is tiny would hide what is done to it. */
    private static final double TELLING_CONTRAST = 0.8;

    private static final double TELLING_KWH = 5;

    private static final List<AnomalyKind> KINDS = List.of(AnomalyKind.values());

    private AnomalyPlan() {}

    /** One client of each kind, as far as there are clients, spread evenly over those in which it will show. */
    public static List<InjectedAnomaly> oneOfEach(Meters meters, LocalDate first, LocalDate last) {
        int[] telling = IntStream.of(meters.numbers())
                .filter(client -> isTelling(ClientProfile.of(meters.seed(), client)))
                .toArray();
        int kinds = Math.min(KINDS.size(), telling.length);
        return IntStream.range(0, kinds)
                .mapToObj(index -> {
                    int client = telling[(2 * index + 1) * telling.length / (2 * kinds)];
                    return injected(meters.seed(), client, KINDS.get(index), first, last);
                })
                .toList();
    }

    /**
     * As many more as bring the share of clients that went wrong up to what is wanted.
     *
     * @param share from 0 to 1
     * @param present those that went wrong before
     */
    public static List<InjectedAnomaly> upTo(
            double share, Meters meters, Collection<InjectedAnomaly> present, LocalDate first, LocalDate last) {
        Set<Integer> taken = present.stream().map(InjectedAnomaly::client).collect(Collectors.toSet());
        long already =
                taken.stream().filter(client -> client <= meters.clients()).count();
        int[] more = IntStream.of(meters.numbers())
                .filter(client -> !taken.contains(client))
                .boxed()
                .sorted(Comparator.comparingLong(client -> lot(meters.seed(), client)))
                .limit(Math.max(0, Math.round(share * meters.clients()) - already))
                .mapToInt(Integer::intValue)
                .toArray();
        int offset = Noise.at(meters.seed(), Purpose.ANOMALY).nextInt(KINDS.size()) + present.size();
        List<InjectedAnomaly> plan = new ArrayList<>();
        for (int index = 0; index < more.length; index++) {
            plan.add(injected(meters.seed(), more[index], KINDS.get((offset + index) % KINDS.size()), first, last));
        }
        return plan;
    }

    private static boolean isTelling(ClientProfile profile) {
        return profile.kind() == Kind.HOME
                && profile.contrast() >= TELLING_CONTRAST
                && profile.dailyKwh() >= TELLING_KWH;
    }

    private static long lot(long seed, int client) {
        return Noise.at(seed, Purpose.ANOMALY, client).nextLong();
    }

    /** Begins 8 to 14 days before the last day, later where the range is too short to show an honest half before. */
    private static InjectedAnomaly injected(long seed, int client, AnomalyKind kind, LocalDate first, LocalDate last) {
        SplittableRandom random =
                Noise.at(seed, Purpose.ANOMALY, client, kind.name().hashCode(), 1);
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        int lead =
                switch (kind) {
                    case SURGE -> random.nextInt(4, 6);
                    case MUTE -> 5;
                    default -> random.nextInt(8, 15);
                };
        LocalDate start = last.minusDays(Math.min(lead, days / 2));
        return new InjectedAnomaly(client, kind, start, kind == AnomalyKind.SURGE ? last : null);
    }
}
