package io.consumo.dashboard.backend;

import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Page;
import java.time.YearMonth;
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
}
