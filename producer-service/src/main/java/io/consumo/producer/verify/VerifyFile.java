package io.consumo.producer.verify;

import io.consumo.model.Energy;
import io.consumo.model.Reading;
import io.consumo.model.ReadingRules;
import io.consumo.model.api.DailyConsumption;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.file.Progress;
import io.consumo.model.file.ReadingFile;
import io.consumo.model.file.ReadingFile.BadLine;
import io.consumo.model.file.ReadingFile.Form;
import io.consumo.producer.verify.domain.Consumption;
import io.consumo.producer.verify.domain.FileConsumption;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Compares a file with what the installation tells of its clients: each day and each month has to be equal, exactly. */
@Service
public class VerifyFile {

    /** What was just sent may not be counted yet: only twice nothing is nothing. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ReadingFile file;
    private final Installed installed;
    private final ReadingRules rules;
    private final VerifyProperties properties;

    VerifyFile(ReadingFile file, Installed installed, ReadingRules rules, VerifyProperties properties) {
        this.file = file;
        this.installed = installed;
        this.rules = rules;
        this.properties = properties;
    }

    /** Is told of what differs. */
    public interface Listener {

        /** @param period a day or a month */
        void differs(String clientId, String period, Consumption file, Consumption installed);
    }

    /**
     * How much was compared.
     *
     * @param badLines of the file, which were left out
     */
    public record Verified(int clients, long days, long months, long differences, long badLines) {}

    /** Returns when all that was sent is stored and followed up. */
    public void awaitUpToDate() throws InterruptedException {
        long end = System.nanoTime() + properties.patience().toNanos();
        int quiet = 0;
        while (quiet < 2) {
            if (System.nanoTime() > end) {
                throw new NotAnswered("after " + properties.patience().toMinutes()
                        + " minutes the consumer has still readings to store or days to follow up");
            }
            Thread.sleep(BETWEEN_LOOKS);
            quiet = installed.isUpToDate() ? quiet + 1 : 0;
        }
    }

    /** Compares every day and month of every client of the file; progress is told in client-days. */
    public Verified verify(InputStream input, Form form, Progress progress, Listener listener) throws IOException {
        Reader reader = new Reader(new FileConsumption(rules.zone(), properties.bands()));
        file.read(input, form, 0, 0, reader);
        Comparison comparison = new Comparison(listener);
        progress.expect(reader.consumption.clientDays());
        for (String client : reader.consumption.clients()) {
            SortedMap<LocalDate, Consumption> days = reader.consumption.days(client);
            comparison.compare(client, days, daysOf(client, days.firstKey(), days.lastKey()));
            comparison.days += days.size();
            SortedMap<YearMonth, Consumption> months = FileConsumption.months(days);
            comparison.compare(client, months, monthsOf(client, months.firstKey(), months.lastKey()));
            comparison.months += months.size();
            progress.at(comparison.days);
        }
        return new Verified(
                reader.consumption.clients().size(),
                comparison.days,
                comparison.months,
                comparison.differences,
                reader.bad);
    }

    private SortedMap<LocalDate, Consumption> daysOf(String client, LocalDate first, LocalDate last) {
        SortedMap<LocalDate, Consumption> days = new TreeMap<>();
        for (DailyConsumption day : installed.days(client, first, last)) {
            days.put(
                    day.day(),
                    consumption(
                            day.totalKwh(),
                            Stream.of(day.nightKwh(), day.morningKwh(), day.afternoonKwh(), day.eveningKwh()),
                            day.readings()));
        }
        return days;
    }

    private SortedMap<YearMonth, Consumption> monthsOf(String client, YearMonth first, YearMonth last) {
        SortedMap<YearMonth, Consumption> months = new TreeMap<>();
        for (MonthlyConsumption month : installed.months(client, first, last)) {
            months.put(
                    month.month(),
                    consumption(
                            month.totalKwh(),
                            Stream.of(month.nightKwh(), month.morningKwh(), month.afternoonKwh(), month.eveningKwh()),
                            month.days()));
        }
        return months;
    }

    private static Consumption consumption(BigDecimal total, Stream<BigDecimal> bands, int count) {
        return new Consumption(Energy.ofKwh(total), bands.map(Energy::ofKwh).toList(), count);
    }

    /** Adds the good lines up and counts the bad. */
    private static final class Reader implements ReadingFile.Sink {

        private final FileConsumption consumption;
        private long bad;

        Reader(FileConsumption consumption) {
            this.consumption = consumption;
        }

        @Override
        public void ignored(List<String> columns) {}

        @Override
        public void good(Reading reading) {
            consumption.add(reading);
        }

        @Override
        public void bad(BadLine line) {
            bad++;
        }
    }

    /** Counts what was compared, and tells what differs. */
    private static final class Comparison {

        private final Listener listener;
        private long days;
        private long months;
        private long differences;

        Comparison(Listener listener) {
            this.listener = listener;
        }

        <T> void compare(String client, SortedMap<T, Consumption> file, SortedMap<T, Consumption> installed) {
            Set<T> periods = new TreeSet<>(file.keySet());
            periods.addAll(installed.keySet());
            for (T period : periods) {
                Consumption wanted = file.getOrDefault(period, Consumption.NONE);
                Consumption told = installed.getOrDefault(period, Consumption.NONE);
                if (!wanted.equals(told)) {
                    differences++;
                    listener.differs(client, period.toString(), wanted, told);
                }
            }
        }
    }
}
