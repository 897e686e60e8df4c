package io.consumo.dashboard.backend;

import io.consumo.model.api.MonthSummary;
import io.consumo.model.api.MonthSummary.MonthTotals;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Page;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Months of all clients. */
@Component
public class MonthlyClient {

    private final ApiHttp api;

    MonthlyClient(ApiHttp api) {
        this.api = api;
    }

    public Page<MonthlyConsumption> page(Caller caller, YearMonth month, int page, int size) {
        return api.get(
                caller,
                new ParameterizedTypeReference<>() {},
                "/monthly?month={month}&page={page}&size={size}",
                month,
                page,
                size);
    }

    /** What stands out in a month. */
    public MonthSummary summary(Caller caller, YearMonth month) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/monthly/{month}/summary", month);
    }

    /** Sums over all clients, in the order asked for; months without readings are left out. */
    public List<MonthTotals> totals(Caller caller, List<YearMonth> months) {
        return totals(caller, months, false);
    }

    /** While one of them runs, each up to the day that is over in it. */
    public List<MonthTotals> sameDays(Caller caller, List<YearMonth> months) {
        return totals(caller, months, true);
    }

    private List<MonthTotals> totals(Caller caller, List<YearMonth> months, boolean sameDays) {
        return api.get(
                caller,
                new ParameterizedTypeReference<>() {},
                "/monthly/compare?months={months}&sameDays={sameDays}",
                months.stream().map(YearMonth::toString).collect(Collectors.joining(",")),
                sameDays);
    }

    /** All clients of one month as CSV. */
    public void csv(Caller caller, YearMonth month, OutputStream out) {
        api.copy(caller, out, "/monthly.csv?month={month}", month);
    }
}
