package io.consumo.producer.feed.domain;

import java.util.SplittableRandom;

/** Randomness that depends on nothing but its coordinates, so that any part of a simulation can be made again alone. */
final class Noise {

    /** What a draw is for: the same client has other numbers for its size than for its weekends. */
    enum Purpose {
        PROFILE,
        DAY,
        SLOTS,
        WEEKEND,
        VACATION,
        ANOMALY
    }

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Noise() {}

    static SplittableRandom at(long seed, Purpose purpose, long... coordinates) {
        long mixed = mix(seed + GOLDEN_GAMMA * purpose.name().hashCode());
        for (long coordinate : coordinates) {
            mixed = mix(mixed + GOLDEN_GAMMA * (coordinate + 1));
        }
        return new SplittableRandom(mixed);
    }

    /** Positive, with a mean of one and the given coefficient of variation. */
    static double logNormal(SplittableRandom random, double variation) {
        double variance = Math.log1p(variation * variation);
        return Math.exp(Math.sqrt(variance) * random.nextGaussian() - variance / 2);
    }

    /** Positive, with the given median; the sigma is that of the logarithm. Far tails are cut at 2.3 sigma. */
    static double spread(SplittableRandom random, double median, double sigma) {
        return median * Math.exp(sigma * Math.clamp(random.nextGaussian(), -2.3, 2.3));
    }

    /** The finalizer of MurmurHash3 in Stafford's variant 13. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
