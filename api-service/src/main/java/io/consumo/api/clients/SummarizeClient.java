package io.consumo.api.clients;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.clients.ClientQuery.RecentDays;
import io.consumo.model.Band;
import io.consumo.model.ClientDay;
import io.consumo.model.Energy;
import io.consumo.model.api.ClientSummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes the figures of a client in the list from its most recent days. Today, which is still under way, only counts
 * where there is no other day.
 */
@Component
class SummarizeClient {

    private final ConsumoProperties consumo;
    private final Clock clock;

    SummarizeClient(ConsumoProperties consumo, Clock clock) {
        this.consumo = consumo;
        this.clock = clock;
    }

    ClientSummary summary(RecentDays client, int openAnomalies) {
        List<ClientDay> days = judged(client.days());
        long total = 0;
        long night = 0;
        int readings = 0;
        int expected = 0;
        for (ClientDay day : days) {
            ClientDay.Totals totals = day.totals(consumo.bands());
            total += totals.total();
            night += totals.bands().getOrDefault(Band.NIGHT, 0L);
            readings += totals.readings();
            expected += totals.expectedReadings();
        }
        return new ClientSummary(
                client.clientId(),
                client.firstDay(),
                client.days().getLast().day(),
                averageKwh(total, days.size()),
                total == 0 ? 0 : (double) night / total,
                (double) readings / expected * coverage(days),
                openAnomalies);
    }

    private List<ClientDay> judged(List<ClientDay> days) {
        LocalDate today = LocalDate.now(clock);
        List<ClientDay> over =
                days.stream().filter(day -> day.day().isBefore(today)).toList();
        return over.isEmpty() ? days : over;
    }

    /** Of the days from the first to the last, how many are there at all. */
    private static double coverage(List<ClientDay> days) {
        long span =
                ChronoUnit.DAYS.between(days.getFirst().day(), days.getLast().day()) + 1;
        return (double) days.size() / span;
    }

    private static BigDecimal averageKwh(long total, int days) {
        return new Energy(total).toKwh().divide(BigDecimal.valueOf(days), RoundingMode.HALF_UP);
    }
}
