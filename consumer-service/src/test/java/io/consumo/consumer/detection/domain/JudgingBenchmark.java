package io.consumo.consumer.detection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.consumer.detection.RuleMetersFixture;
import io.consumo.consumer.detection.RuleProperties;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * What a judgement costs: an hourly sweep, in which each reading of a client's day has the day so far judged by all
 * shipped rules. What is usual is worked out once a day and kept. Run it by {@code -Dtest=JudgingBenchmark}; it is no
 * part of the build, as a busy machine would fail it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JudgingBenchmark {

    private static final LocalDate DAY = Days.FIRST.plusDays(60);
    private static final double MOST_NANOSECONDS = 2_000;

    private RuleBook book;
    private RuleWatch watch;
    private Past past;
    private List<DayCurve> sweep;

    @Setup
    public void prepare() throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        RuleProperties rules = Binder.get(environment)
                .bind("consumo.rules", RuleProperties.class)
                .get();
        book = rules.book();
        watch = RuleMetersFixture.of(rules);
        List<KnownDay> window = Days.ordinary(DAY.minusDays(30), 30).stream()
                .map(curve -> new KnownDay(curve, Map.of(), false))
                .toList();
        History history = new History(window, List::of);
        past = new Past(Expectation.of(history, DAY, 14).orElseThrow(), history);
        DayCurve whole = Days.ordinary(DAY, 1).getFirst();
        sweep = IntStream.rangeClosed(1, DayCurve.HOURS)
                .mapToObj(known -> DayCurve.of(DAY, hour -> hour < known ? whole.kwh(hour) : Double.NaN))
                .toList();
    }

    @Benchmark
    @OperationsPerInvocation(DayCurve.HOURS)
    public int reading() {
        int findings = 0;
        for (DayCurve soFar : sweep) {
            findings += book.judge(soFar, past, watch).size();
        }
        return findings;
    }

    @Test
    void aReadingCostsNoMoreThanTwoMicroseconds() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(JudgingBenchmark.class.getName())
                        .forks(0)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
        assertThat(results)
                .hasSize(1)
                .allMatch(result -> result.getPrimaryResult().getScore() <= MOST_NANOSECONDS);
    }
}
