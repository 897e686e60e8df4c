package io.consumo.dashboard.backend;

import io.consumo.model.api.ClientBaseline;
import io.consumo.model.api.ClientException;
import io.consumo.model.api.ClientSummary;
import io.consumo.model.api.DailyConsumption;
import io.consumo.model.api.HourlyConsumption;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Page;
import io.consumo.model.api.Rebaseline;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Clients and their consumption. */
@Component
public class ClientsClient {

    private static final int LARGEST_PAGE = 500;

    private final ApiHttp api;

    ClientsClient(ApiHttp api) {
        this.api = api;
    }

    /**
     * One page of the clients whose id holds the text.
     *
     * @param sort a field and asc or desc, such as {@code clientId,asc}
     */
    public Page<ClientSummary> page(Caller caller, String search, String sort, int page, int size) {
        String path = "/clients?sort={sort}&page={page}&size={size}";
        return search.isBlank()
                ? api.get(caller, new ParameterizedTypeReference<>() {}, path, sort, page, size)
                : api.get(
                        caller,
                        new ParameterizedTypeReference<>() {},
                        path + "&q={search}",
                        sort,
                        page,
                        size,
                        search.strip());
    }

    public ClientSummary one(Caller caller, String clientId) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/clients/{id}", clientId);
    }

    /** Days that have readings, oldest first. */
    public List<DailyConsumption> daily(Caller caller, String clientId, LocalDate from, LocalDate to) {
        return api.get(
                        caller,
                        new ParameterizedTypeReference<Page<DailyConsumption>>() {},
                        "/clients/{id}/daily?from={from}&to={to}",
                        clientId,
                        from,
                        to)
                .content();
    }

    /** Clock hours that have readings, oldest first, however many pages they take. */
    public List<HourlyConsumption> hourly(Caller caller, String clientId, LocalDate from, LocalDate to) {
        List<HourlyConsumption> hours = new ArrayList<>();
        int pages = 1;
        for (int number = 0; number < pages; number++) {
            Page<HourlyConsumption> page = api.get(
                    caller,
                    new ParameterizedTypeReference<>() {},
                    "/clients/{id}/hourly?from={from}&to={to}&page={page}&size={size}",
                    clientId,
                    from,
                    to,
                    number,
                    LARGEST_PAGE);
            hours.addAll(page.content());
            pages = page.page().totalPages();
        }
        return hours;
    }

    /** A client's days as CSV. */
    public void csv(Caller caller, String clientId, LocalDate from, LocalDate to, OutputStream out) {
        api.copy(caller, out, "/daily.csv?clientId={id}&from={from}&to={to}", clientId, from, to);
    }

    /** Months that have readings, oldest first. */
    public List<MonthlyConsumption> months(Caller caller, String clientId) {
        return api.get(
                        caller,
                        new ParameterizedTypeReference<Page<MonthlyConsumption>>() {},
                        "/clients/{id}/monthly",
                        clientId)
                .content();
    }

    /** What is normal for a client. */
    public ClientBaseline baseline(Caller caller, String clientId) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/clients/{id}/baseline", clientId);
    }

    /** Has days before one no longer tell what is normal. */
    public Rebaseline rebaseline(Caller caller, String clientId, Rebaseline wanted) {
        return api.post(caller, new ParameterizedTypeReference<>() {}, wanted, "/clients/{id}/rebaseline", clientId);
    }

    /** Since when normal begins anew; empty when all days tell it. */
    public Optional<Rebaseline> rebaseline(Caller caller, String clientId) {
        return ifAny(
                () -> api.get(caller, new ParameterizedTypeReference<>() {}, "/clients/{id}/rebaseline", clientId));
    }

    public void endRebaseline(Caller caller, String clientId) {
        api.delete(caller, "/clients/{id}/rebaseline", clientId);
    }

    /** What is known to be in order with a client; empty when nothing was said. */
    public Optional<ClientException> exception(Caller caller, String clientId) {
        return ifAny(() -> api.get(caller, new ParameterizedTypeReference<>() {}, "/clients/{id}/exception", clientId));
    }

    private static <T> Optional<T> ifAny(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (BackendFailure failure) {
            if (failure.is(BackendFailure.Kind.NOT_FOUND)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Says what is in order, in the place of what was said before. */
    public ClientException except(Caller caller, String clientId, ClientException wanted) {
        return api.put(caller, new ParameterizedTypeReference<>() {}, wanted, "/clients/{id}/exception", clientId);
    }

    public void endException(Caller caller, String clientId) {
        api.delete(caller, "/clients/{id}/exception", clientId);
    }
}
