package io.consumo.api.readings;

import io.consumo.api.ConsumoProperties;
import io.consumo.model.Energy;
import io.consumo.model.InvalidReading;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.ReadingRules;
import io.consumo.model.api.ReadingsAccepted;
import io.consumo.model.api.ReadingsAccepted.Rejection;
import io.consumo.model.file.CsvReadings;
import io.consumo.model.file.ReadingFile;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the good readings of a request, and says of each other one what is wrong with it. */
@Component
public class AcceptReadings {

    private static final Logger LOG = LoggerFactory.getLogger(AcceptReadings.class);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // Each element is read by itself, and others follow.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ReadingSender sender;
    private final ReadingRules rules;
    private final ReadingsProperties settings;
    private final Clock clock;
    private final AcceptedMeters meters;

    AcceptReadings(
            ReadingSender sender,
            ReadingsProperties settings,
            ConsumoProperties consumo,
            Clock clock,
            AcceptedMeters meters) {
        this.meters = meters;
        this.sender = sender;
        this.rules = new ReadingRules(consumo.zone(), Energy.ofKwh(settings.plausibleMaximumKwh()), clock);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A JSON array.
     *
     * @throws MalformedReadings when it is none; nothing is taken then
     */
    public ReadingsAccepted array(InputStream body) throws IOException {
        Sorted sorted = new Sorted(clock.millis());
        try (JsonParser parser = MAPPER.createParser(limited(body))) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new MalformedReadings("the body must be a JSON array of readings");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new MalformedReadings("the JSON array does not end");
                }
                JsonNode node = MAPPER.readTree(parser);
                sorted.add(revision -> ReadingJson.read(node, rules, revision));
            }
            if (parser.nextToken() != null) {
                throw new MalformedReadings("something follows the JSON array");
            }
        } catch (JacksonException e) {
            throw new MalformedReadings("the body is not JSON: " + e.getOriginalMessage());
        }
        return send(sorted);
    }

    /** One JSON object a line; a line that is none is one rejection, blank ones do not count. */
    public ReadingsAccepted lines(InputStream body) throws IOException {
        Sorted sorted = new Sorted(clock.millis());
        BufferedReader lines = new BufferedReader(new InputStreamReader(limited(body), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                byte[] json = line.getBytes(StandardCharsets.UTF_8);
                sorted.add(revision -> ReadingJson.read(json, rules, revision));
            }
        }
        return send(sorted);
    }

    /**
     * A CSV file, as large as the limit for files allows; what is read is sent in batches, so that little of it is held.
     * A rejection's index is the number of its line; after so many of them the file is taken for another kind.
     *
     * @throws MalformedReadings when its columns cannot be made out
     */
    public ReadingsAccepted file(InputStream body) throws IOException {
        Batches batches = new Batches();
        try {
            new CsvReadings(rules)
                    .read(
                            new LimitedStream(body, settings.maximumFile()),
                            new ReadingFile.Form(ReadingFile.Columns.USUAL, null, null, null),
                            0,
                            clock.millis(),
                            batches);
        } catch (ReadingFile.UnknownForm e) {
            throw new MalformedReadings(String.valueOf(e.getMessage()));
        } catch (ZipException | EOFException e) {
            throw new MalformedReadings("the compressed file is damaged or ends too early; "
                    + batches.sent().accepted() + " readings before that were taken");
        }
        return told(batches.sent());
    }

    /** Sends the good ones as they come. */
    private final class Batches implements ReadingFile.Sink {

        private static final int SIZE = 5_000;

        private final List<Reading> waiting = new ArrayList<>(SIZE);
        private final List<Rejection> bad = new ArrayList<>();
        private int accepted;

        @Override
        public void ignored(List<String> columns) {
            // Surplus columns do no harm.
        }

        @Override
        public void good(Reading reading) {
            waiting.add(reading);
            if (waiting.size() == SIZE) {
                send();
            }
        }

        @Override
        public void bad(ReadingFile.BadLine line) {
            String[] words = line.reason().split(": ", 2);
            bad.add(new Rejection((int) line.number(), words[0], words[words.length - 1]));
            if (bad.size() > settings.maximumReadings()) {
                send();
                throw new MalformedReadings("more than " + settings.maximumReadings() + " lines are wrong, the last in"
                        + " line " + line.number() + ": " + line.reason() + "; good ones before it were taken");
            }
        }

        private void send() {
            if (waiting.isEmpty()) {
                return;
            }
            sender.send(waiting);
            accepted += waiting.size();
            waiting.clear();
        }

        ReadingsAccepted sent() {
            send();
            return new ReadingsAccepted(accepted, bad);
        }
    }

    private InputStream limited(InputStream body) {
        return new LimitedStream(body, settings.maximumBody());
    }

    private ReadingsAccepted send(Sorted sorted) {
        if (!sorted.good.isEmpty()) {
            sender.send(sorted.good);
        }
        return told(new ReadingsAccepted(sorted.good.size(), sorted.bad));
    }

    /** A line for each request, under its correlation id: whoever looks for a reading finds there that it was taken. */
    private ReadingsAccepted told(ReadingsAccepted answer) {
        LOG.info(
                "{} readings accepted, {} refused",
                answer.accepted(),
                answer.rejected().size());
        return meters.counted(answer);
    }

    /** Good and bad ones, in the order in which they came. */
    private final class Sorted {

        private final List<Reading> good = new ArrayList<>();
        private final List<Rejection> bad = new ArrayList<>();
        private final long defaultRevision;

        Sorted(long defaultRevision) {
            this.defaultRevision = defaultRevision;
        }

        void add(Function<Long, Reading> reading) {
            int index = good.size() + bad.size();
            if (index == settings.maximumReadings()) {
                throw new TooManyReadings(settings.maximumReadings() + " readings");
            }
            try {
                good.add(reading.apply(defaultRevision));
            } catch (InvalidReading e) {
                bad.add(new Rejection(index, e.field(), e.reason()));
            }
        }
    }
}
