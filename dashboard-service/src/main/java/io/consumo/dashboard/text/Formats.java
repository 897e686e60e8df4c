package io.consumo.dashboard.text;

import io.consumo.model.api.Anomaly.EnergyRange;
import io.consumo.model.api.Anomaly.MoneyRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** How figures, times and words are written in one language; figures never without their unit. */
public record Formats(Locale locale, ZoneId zone) {

    /** Narrow and not to be broken at. */
    public static final String THIN_SPACE = "\u202f";

    /** Stands where a figure is not known. */
    public static final String NONE = "\u2013";

    /** Between the ends of a range. */
    public static final String TO = "\u2013";

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final List<String> BYTE_UNITS = List.of("B", "kB", "MB", "GB", "TB");
    private static final char MINUS = '\u2212';
    private static final int SIGNIFICANT = 3;
    private static final int WITHOUT_DECIMALS = 100;
    private static final BigDecimal TO_MWH = BigDecimal.valueOf(10_000);
    private static final BigDecimal TO_GWH = BigDecimal.valueOf(10_000_000);

    private enum Unit {
        KWH("kWh", 0),
        MWH("MWh", 3),
        GWH("GWh", 6);

        private final String symbol;
        private final int shift;

        Unit(String symbol, int shift) {
            this.symbol = symbol;
            this.shift = shift;
        }

        static Unit of(BigDecimal kwh) {
            BigDecimal size = kwh.abs();
            if (size.compareTo(TO_MWH) < 0) {
                return KWH;
            }
            return size.compareTo(TO_GWH) < 0 ? MWH : GWH;
        }
    }

    /** The words of a key of {@link Texts}. */
    public String text(String key, Object... arguments) {
        return Texts.text(locale, key, arguments);
    }

    /** Three significant places in the unit that suits the size: 0.412 kWh, 9.4 kWh, 1,240 MWh. */
    public String energy(BigDecimal kwh) {
        Unit unit = Unit.of(kwh);
        return significant(kwh.movePointLeft(unit.shift)) + THIN_SPACE + unit.symbol;
    }

    /** In kWh with a fixed number of decimals, so that a column lines up. */
    public String kwh(BigDecimal kwh, int decimals) {
        return fixed(kwh, decimals) + THIN_SPACE + Unit.KWH.symbol;
    }

    /** 320–540 kWh. */
    public String energy(EnergyRange range) {
        if (range.low().compareTo(range.high()) == 0) {
            return energy(range.mid());
        }
        Unit unit = Unit.of(range.high());
        return significant(range.low().movePointLeft(unit.shift))
                + TO
                + significant(range.high().movePointLeft(unit.shift))
                + THIN_SPACE
                + unit.symbol;
    }

    /** Whole units of the currency: € 310–540, in Spanish 310–540 €. */
    public String money(MoneyRange range) {
        String low = fixed(range.low(), 0);
        String high = fixed(range.high(), 0);
        String amount = low.equals(high) ? low : low + TO + high;
        String symbol = Currency.getInstance(range.currency()).getSymbol(locale);
        return locale.getLanguage().equals("es") ? amount + THIN_SPACE + symbol : symbol + THIN_SPACE + amount;
    }

    /** In the unit that suits the size, of a thousand each: 412 kB, 1.24 GB. */
    public String bytes(long bytes) {
        int step = 0;
        BigDecimal size = BigDecimal.valueOf(bytes);
        while (size.abs().compareTo(THOUSAND) >= 0 && step < BYTE_UNITS.size() - 1) {
            size = size.movePointLeft(3);
            step++;
        }
        return significant(size) + THIN_SPACE + BYTE_UNITS.get(step);
    }

    public String count(long number) {
        return integers().format(number);
    }

    /** Three significant places, such as 0.83 or 1,240. */
    public String rate(double perSecond) {
        return significant(BigDecimal.valueOf(perSecond));
    }

    /** @param share from 0 to 1 */
    public String percent(double share) {
        return fixed(BigDecimal.valueOf(share * 100), share == Math.rint(share) ? 0 : 1) + THIN_SPACE + "%";
    }

    /** With its sign and one decimal, so that a column lines up; from 100 % on without: +4.2 %, −12.0 %, +214 %. */
    public String change(double percent) {
        BigDecimal value = BigDecimal.valueOf(percent);
        String sign = percent < 0 ? String.valueOf(MINUS) : "+";
        return sign + fixed(value.abs(), Math.abs(percent) < WITHOUT_DECIMALS ? 1 : 0) + THIN_SPACE + "%";
    }

    /** 24 Nov. */
    public String day(LocalDate day) {
        return format("d MMM", day);
    }

    /** Tue 24 Nov 2026. */
    public String longDay(LocalDate day) {
        return format("EEE d MMM yyyy", day);
    }

    /** 19–24 Nov, or one day. */
    public String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        boolean sameMonth = YearMonth.from(first).equals(YearMonth.from(last));
        return (sameMonth ? format("d", first) : day(first)) + TO + day(last);
    }

    /**
     * November 2026 when it is whole, else 1–27 Nov.
     *
     * @param withYear whether the days tell their year, too
     */
    public String monthUntil(LocalDate last, boolean withYear) {
        YearMonth month = YearMonth.from(last);
        if (last.equals(month.atEndOfMonth())) {
            return month(month);
        }
        String days = days(month.atDay(1), last);
        return withYear ? days + " " + month.getYear() : days;
    }

    /** November 2026. */
    public String month(YearMonth month) {
        String text = format("LLLL yyyy", month);
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** Nov 26. */
    public String shortMonth(YearMonth month) {
        return format("LLL yy", month);
    }

    /** Nov, with the year for the first month of an axis and of a year. */
    public String monthTick(YearMonth month, boolean first) {
        return first || month.getMonthValue() == 1 ? shortMonth(month) : format("LLL", month);
    }

    /** Tue 24 Nov 14:00. */
    public String hour(OffsetDateTime hour) {
        return format("EEE d MMM HH:mm", hour.atZoneSameInstant(zone));
    }

    /** 14:00. */
    public String clock(OffsetDateTime hour) {
        return format("HH:mm", hour.atZoneSameInstant(zone));
    }

    /** 24 Nov 2026, 14:03:12. */
    public String exact(Instant instant) {
        return format("d MMM yyyy, HH:mm:ss", instant.atZone(zone));
    }

    /** 24 Nov, 14:03. */
    public String moment(Instant instant) {
        return format("d MMM, HH:mm", instant.atZone(zone));
    }

    private String format(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }

    private String significant(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal rounded = value.round(new MathContext(SIGNIFICANT, RoundingMode.HALF_UP));
        BigDecimal plain = rounded.stripTrailingZeros();
        return fixed(plain, Math.clamp(plain.scale(), 0, SIGNIFICANT));
    }

    private String fixed(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value).replace('-', MINUS);
    }

    private NumberFormat integers() {
        return NumberFormat.getIntegerInstance(locale);
    }
}
