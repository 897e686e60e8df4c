package io.consumo.consumer.detection;

import io.consumo.consumer.detection.domain.Baseline;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Detector;
import io.consumo.consumer.detection.domain.Expectation;
import io.consumo.consumer.detection.domain.MonthProfile;
import io.consumo.model.api.ClientBaseline;
import io.consumo.model.api.ClientBaseline.HourBand;
import io.consumo.model.api.ClientBaseline.MonthMean;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Tells what is normal for a client. */
@Service
public class TellBaseline {

    private final BaselineStore baselines;
    private final LiveRules rules;

    TellBaseline(BaselineStore baselines, LiveRules rules) {
        this.baselines = baselines;
        this.rules = rules;
    }

    /** Empty for a client of which nothing has been judged. */
    public Optional<ClientBaseline> of(String clientId) {
        return Optional.ofNullable(baselines.find(List.of(clientId)).get(clientId))
                .filter(baseline -> !baseline.days().isEmpty())
                .map(baseline -> told(clientId, baseline));
    }

    private ClientBaseline told(String clientId, Baseline baseline) {
        Detector detector = rules.detector();
        Detector.Normal normal = detector.normal(baseline);
        return new ClientBaseline(
                clientId,
                normal.on(),
                baseline.since().orElse(null),
                normal.acceptedDays(),
                detector.minimumDays(),
                normal.expectation().map(usual -> hours(usual, false)).orElse(List.of()),
                normal.expectation().map(usual -> hours(usual, true)).orElse(List.of()),
                normal.months().stream()
                        .filter(month -> month.days() > 0)
                        .map(TellBaseline::mean)
                        .toList());
    }

    private static List<HourBand> hours(Expectation usual, boolean isWeekend) {
        return IntStream.range(0, DayCurve.HOURS)
                .mapToObj(hour -> {
                    Expectation.Hour band = usual.hour(isWeekend, hour);
                    return new HourBand(hour, rounded(band.kwh()), rounded(band.low()), rounded(band.high()));
                })
                .toList();
    }

    private static MonthMean mean(MonthProfile month) {
        return new MonthMean(
                month.month().toString(), month.days(), rounded(month.traits().total()));
    }

    /** To 0.1 Wh. */
    private static double rounded(double kwh) {
        return Math.round(kwh * 10_000) / 10_000.0;
    }
}
