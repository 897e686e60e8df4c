package io.consumo.model.file;

import io.consumo.model.file.ReadingFile.Columns;
import io.consumo.model.file.ReadingFile.Form;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that tell how a CSV file is written. */
public class CsvFormOptions {

    @Option(names = "--client-column", paramLabel = "NAME", description = "Header of the client's id.")
    private @Nullable String client;

    @Option(
            names = "--start-column",
            paramLabel = "NAME",
            description = "Header of the interval's start: with an offset, or local time in CONSUMO_ZONE.")
    private @Nullable String start;

    @Option(names = "--kwh-column", paramLabel = "NAME", description = "Header of the energy.")
    private @Nullable String kwh;

    @Option(names = "--minutes-column", paramLabel = "NAME", description = "Header of the interval's length.")
    private @Nullable String minutes;

    @Option(names = "--quality-column", paramLabel = "NAME", description = "Header of MEASURED or ESTIMATED.")
    private @Nullable String quality;

    @Option(
            names = "--separator",
            paramLabel = "C",
            converter = SeparatorConverter.class,
            description = "Between columns: a character, or tab. Default: what the header shows.")
    private @Nullable Character separator;

    @Option(
            names = "--decimal",
            paramLabel = "C",
            converter = DecimalConverter.class,
            description = "Decimal mark: . or , Default: what the file shows.")
    private @Nullable Character decimal;

    /** @param length of the intervals in minutes; null for what the file shows */
    public Form form(@Nullable Integer length) {
        return new Form(new Columns(client, start, kwh, minutes, quality), length, separator, decimal);
    }

    /** Reads one character, or the word tab. */
    static final class SeparatorConverter implements ITypeConverter<Character> {

        @Override
        public Character convert(String value) {
            if (value.equalsIgnoreCase("tab") || value.equals("\\t")) {
                return '\t';
            }
            if (value.length() != 1) {
                throw new TypeConversionException("must be one character or 'tab', was '" + value + "'");
            }
            return value.charAt(0);
        }
    }

    /** Reads a point or a comma. */
    static final class DecimalConverter implements ITypeConverter<Character> {

        @Override
        public Character convert(String value) {
            if (!value.equals(".") && !value.equals(",")) {
                throw new TypeConversionException("must be . or , was '" + value + "'");
            }
            return value.charAt(0);
        }
    }
}
