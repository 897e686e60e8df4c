package io.consumo.producer.cli;

import io.consumo.model.file.ShownProgress;
import io.consumo.producer.feed.FeedReadings.Sent;
import io.consumo.producer.feed.ImportFile.Imported;
import io.consumo.producer.verify.VerifyFile.Verified;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks to a person at a terminal, to a log, or to a script in JSON. */
final class Output {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final boolean json;
    private final PrintWriter out;
    private final PrintWriter err;
    private final long begun = System.nanoTime();

    Output(boolean json, PrintWriter out, PrintWriter err) {
        this.json = json;
        this.out = out;
        this.err = err;
    }

    ShownProgress progress(String task, String unit) {
        return json ? ShownProgress.hidden() : ShownProgress.of(task, unit, err::println);
    }

    int sent(Mode mode, Sent sent) {
        if (json) {
            ObjectNode node = result(mode, sent.readings());
            node.put("clients", sent.clients()).put("silentClients", sent.silentClients());
            node.put("firstDay", text(sent.first())).put("lastDay", text(sent.last()));
            print(node);
        } else {
            out.println(told(sent));
            out.flush();
        }
        return ExitCode.OK;
    }

    private static String told(Sent sent) {
        LocalDate first = sent.first();
        LocalDate last = sent.last();
        String silent = sent.silentClients() == 0
                ? ""
                : String.format(Locale.ROOT, " Silent, as the simulation wants it: %,d.", sent.silentClients());
        if (first == null || last == null) {
            return "Nothing to send: these clients have their readings up to yesterday." + silent;
        }
        return String.format(
                Locale.ROOT,
                "Sent %,d readings of %,d clients, %s.%s",
                sent.readings(),
                sent.clients(),
                first.equals(last) ? first : first + " to " + last,
                silent);
    }

    void interval(ZonedDateTime start, long readings) {
        if (json) {
            print(JsonMapper.shared()
                    .createObjectNode()
                    .put("start", start.toOffsetDateTime().toString())
                    .put("readings", readings));
        } else {
            out.printf(Locale.ROOT, "%s  %,d readings%n", MINUTE.format(start), readings);
            out.flush();
        }
    }

    int imported(Imported imported, BadLines badLines) {
        double seconds = seconds();
        if (json) {
            ObjectNode node = result(Mode.CSV, imported.readings());
            node.put("badLines", imported.badLines()).put("shiftedDays", imported.shiftedDays());
            badLines.addTo(node);
            print(node);
        } else {
            out.printf(
                    Locale.ROOT,
                    "Sent %,d readings in %.1f s (%,.0f/s).%s%n",
                    imported.readings(),
                    seconds,
                    imported.readings() / seconds,
                    imported.shiftedDays() == 0 ? "" : " Moved by " + imported.shiftedDays() + " days.");
            out.flush();
            badLines.summary(imported.badLines());
        }
        return imported.badLines() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    int verified(Verified verified, Differences differences) {
        if (json) {
            ObjectNode node = JsonMapper.shared().createObjectNode().put("mode", Mode.VERIFY.toString());
            node.put("clients", verified.clients()).put("days", verified.days()).put("months", verified.months());
            node.put("differences", verified.differences()).put("badLines", verified.badLines());
            differences.addTo(node);
            print(node);
        } else {
            out.printf(
                    Locale.ROOT,
                    "Compared %,d client-days and %,d client-months of %,d clients in %.1f s: %s.%s%n",
                    verified.days(),
                    verified.months(),
                    verified.clients(),
                    seconds(),
                    verified.differences() == 0
                            ? "all are equal"
                            : String.format(Locale.ROOT, "%,d differ", verified.differences()),
                    verified.badLines() == 0
                            ? ""
                            : String.format(Locale.ROOT, " %,d bad lines were left out.", verified.badLines()));
            out.flush();
        }
        return verified.differences() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    void warn(String line) {
        if (!json) {
            err.println(line);
        }
    }

    private ObjectNode result(Mode mode, long readings) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("mode", mode.toString())
                .put("readings", readings)
                .put("seconds", Math.round(seconds() * 1000) / 1000.0);
    }

    private double seconds() {
        return Math.max(1, System.nanoTime() - begun) / 1e9;
    }

    private void print(ObjectNode node) {
        out.println(node);
        out.flush();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
