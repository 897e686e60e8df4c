package io.consumo.consumer.detection.mongo;

import io.consumo.consumer.detection.domain.Baseline;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.consumer.detection.domain.KnownDay;
import io.consumo.consumer.detection.domain.MonthProfile;
import io.consumo.consumer.detection.domain.Tally;
import io.consumo.consumer.detection.domain.Traits;
import io.consumo.model.store.BaselineDocument;
import io.consumo.model.store.PackedNumbers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A baseline as its document, and back; nothing is lost on the way. */
final class BaselineMapping {

    private BaselineMapping() {}

    static BaselineDocument toDocument(String clientId, Baseline baseline, long revision) {
        return new BaselineDocument(
                clientId,
                baseline.firstDay().toString(),
                baseline.from().toString(),
                toDays(baseline.days()),
                baseline.days().stream()
                        .filter(KnownDay::doubtful)
                        .map(day -> day.day().toString())
                        .toList(),
                baseline.days().stream().flatMap(BaselineMapping::toFindings).toList(),
                baseline.profiles().stream().map(BaselineMapping::toDocument).toList(),
                new TreeMap<>(baseline.running())
                        .entrySet().stream()
                                .map(entry -> toDocument(entry.getKey(), entry.getValue()))
                                .toList(),
                baseline.since().map(LocalDate::toString).orElse(null),
                revision);
    }

    static Baseline toBaseline(BaselineDocument document) {
        return new Baseline(
                LocalDate.parse(document.firstDay()),
                LocalDate.parse(document.from()),
                toDays(document),
                document.profiles().stream().map(BaselineMapping::toProfile).toList(),
                document.running().stream()
                        .collect(Collectors.toMap(BaselineDocument.Episode::rule, BaselineMapping::toTally)),
                Optional.ofNullable(document.since()).map(LocalDate::parse));
    }

    private static BaselineDocument.Days toDays(List<KnownDay> days) {
        List<@Nullable Long> numbers = new ArrayList<>(days.size());
        List<@Nullable Long> hours = new ArrayList<>(days.size() * DayCurve.HOURS);
        days.forEach(day -> {
            numbers.add(day.day().toEpochDay());
            hours.addAll(day.curve().units());
        });
        return new BaselineDocument.Days(PackedNumbers.ofLongs(numbers), PackedNumbers.ofLongs(hours));
    }

    private static List<KnownDay> toDays(BaselineDocument document) {
        Map<String, Map<String, KnownDay.Found>> findings = new HashMap<>();
        document.findings().forEach(found -> findings.computeIfAbsent(found.day(), day -> new HashMap<>())
                .put(found.rule(), toFound(found)));
        Set<String> doubtful = Set.copyOf(document.doubtful());
        List<@Nullable Long> numbers = PackedNumbers.longs(document.days().day());
        List<@Nullable Long> hours = PackedNumbers.longs(document.days().hours());
        List<KnownDay> days = new ArrayList<>(numbers.size());
        for (int index = 0; index < numbers.size(); index++) {
            LocalDate day = LocalDate.ofEpochDay(Objects.requireNonNull(numbers.get(index)));
            int first = index * DayCurve.HOURS;
            days.add(new KnownDay(
                    DayCurve.ofUnits(day, hours.subList(first, first + DayCurve.HOURS)),
                    findings.getOrDefault(day.toString(), Map.of()),
                    doubtful.contains(day.toString())));
        }
        return days;
    }

    private static Stream<BaselineDocument.Found> toFindings(KnownDay day) {
        return new TreeMap<>(day.findings())
                .entrySet().stream().map(found -> toDocument(day.day(), found.getKey(), found.getValue()));
    }

    private static BaselineDocument.Found toDocument(LocalDate day, String rule, KnownDay.Found found) {
        return new BaselineDocument.Found(
                day.toString(),
                rule,
                found.finding().score(),
                found.finding().days(),
                found.finding().figures(),
                found.expected(),
                found.spread(),
                found.earlier().map(BaselineMapping::toDocument).orElse(null));
    }

    private static KnownDay.Found toFound(BaselineDocument.Found found) {
        return new KnownDay.Found(
                new Finding(found.score(), found.days(), found.figures()),
                found.expected(),
                found.spread(),
                Optional.ofNullable(found.earlier()).map(BaselineMapping::toEarlier));
    }

    private static BaselineDocument.Earlier toDocument(KnownDay.Earlier earlier) {
        return new BaselineDocument.Earlier(
                earlier.firstDay().toString(), earlier.days(), earlier.observed(), earlier.expected(), earlier.hours());
    }

    private static KnownDay.Earlier toEarlier(BaselineDocument.Earlier earlier) {
        return new KnownDay.Earlier(
                LocalDate.parse(earlier.firstDay()),
                earlier.days(),
                earlier.observed(),
                earlier.expected(),
                earlier.hours());
    }

    private static BaselineDocument.Profile toDocument(MonthProfile profile) {
        return new BaselineDocument.Profile(
                profile.month().toString(),
                toDocument(profile.weekday()),
                toDocument(profile.weekend()),
                toDocument(profile.traits()));
    }

    private static MonthProfile toProfile(BaselineDocument.Profile profile) {
        return new MonthProfile(
                YearMonth.parse(profile.month()),
                toKind(profile.weekday()),
                toKind(profile.weekend()),
                toTraits(profile.traits()));
    }

    private static BaselineDocument.Kind toDocument(MonthProfile.Kind kind) {
        return new BaselineDocument.Kind(
                kind.days(), PackedNumbers.ofDoubles(kind.mean()), PackedNumbers.ofDoubles(kind.spread()));
    }

    private static MonthProfile.Kind toKind(BaselineDocument.Kind kind) {
        return new MonthProfile.Kind(
                kind.days(), PackedNumbers.doubles(kind.mean()), PackedNumbers.doubles(kind.spread()));
    }

    private static BaselineDocument.Traits toDocument(Traits traits) {
        return new BaselineDocument.Traits(
                traits.total(),
                traits.totalSpread(),
                traits.lowest(),
                traits.highest(),
                traits.base(),
                traits.peak(),
                traits.variation(),
                traits.deadHours());
    }

    private static Traits toTraits(BaselineDocument.Traits traits) {
        return new Traits(
                traits.total(),
                traits.totalSpread(),
                traits.lowest(),
                traits.highest(),
                traits.base(),
                traits.peak(),
                traits.variation(),
                traits.deadHours());
    }

    private static BaselineDocument.Episode toDocument(String rule, Tally tally) {
        return new BaselineDocument.Episode(
                rule,
                tally.firstDay().toString(),
                tally.lastDay().toString(),
                tally.openedOn().map(LocalDate::toString).orElse(null),
                tally.days(),
                tally.quiet(),
                tally.observed(),
                tally.expected(),
                tally.low(),
                tally.mid(),
                tally.high(),
                tally.scores(),
                tally.hours(),
                tally.figures(),
                tally.overshadowed());
    }

    private static Tally toTally(BaselineDocument.Episode episode) {
        return new Tally(
                LocalDate.parse(episode.firstDay()),
                LocalDate.parse(episode.lastDay()),
                Optional.ofNullable(episode.openedOn()).map(LocalDate::parse),
                episode.days(),
                episode.quiet(),
                episode.observed(),
                episode.expected(),
                episode.low(),
                episode.mid(),
                episode.high(),
                episode.scores(),
                episode.hours(),
                Map.copyOf(episode.figures()),
                episode.overshadowed());
    }
}
