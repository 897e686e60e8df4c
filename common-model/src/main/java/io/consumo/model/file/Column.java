package io.consumo.model.file;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a column holds, and the headers by which it is known. */
@SuppressWarnings("ImmutableEnumChecker") // The list is a copy that cannot be changed.
enum Column {
    CLIENT("client_id", "clientid", "client", "cliente", "cups", "meter_id", "meterid", "meter", "contador"),
    START("start", "timestamp", "datetime", "date_time", "fecha_hora", "interval_start"),
    DATE("fecha", "date"),
    /** The n-th hour of the day, or the clock at its end, as Spanish distributors count. */
    HOUR("hora", "hour", "time"),
    KWH("kwh", "consumo_kwh", "consumption_kwh", "consumptionkwh", "energy_kwh", "energia_kwh", "ae_kwh"),
    MINUTES("minutes", "minutos"),
    QUALITY("quality", "calidad", "metodo_obtencion", "obtain_method", "obtainmethod", "real_estimado");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]+");

    private final List<String> headers;

    Column(String... headers) {
        this.headers = List.of(headers);
    }

    List<String> headers() {
        return headers;
    }

    boolean isKnownAs(String header) {
        return headers.contains(plain(header));
    }

    /** Lower case, without accents, with underscores. */
    private static String plain(String header) {
        String letters = ACCENTS.matcher(Normalizer.normalize(header, Normalizer.Form.NFD))
                .replaceAll("");
        return SIGNS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("_");
    }
}
