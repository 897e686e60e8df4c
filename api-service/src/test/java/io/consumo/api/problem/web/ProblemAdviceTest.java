package io.consumo.api.problem.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.MongoTimeoutException;
import io.consumo.api.readings.ReadingsNotTaken;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new ProblemAdvice())
            .build();

    @ParameterizedTest
    @CsvSource({
        "connection, postgres",
        "transaction, postgres",
        "schema, postgres",
        "mongo, mongodb",
        "kafka, kafka",
    })
    void namesTheStoreThatIsDown(String failure, String store) throws Exception {
        mvc.perform(get("/fail/" + failure))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.type").value("urn:consumo:problem:store-down"))
                .andExpect(jsonPath("$.store").value(store));
    }

    @Test
    void showsATraceIdInsteadOfTheException() throws Exception {
        mvc.perform(get("/fail/bug"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value("urn:consumo:problem:internal"))
                .andExpect(jsonPath("$.traceId").isNotEmpty())
                .andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void aBrokenStatementIsABugAndNotAStoreThatIsDown() throws Exception {
        mvc.perform(get("/fail/grammar")).andExpect(status().isInternalServerError());
    }

    @RestController
    static final class Failing {

        private final Map<String, Supplier<RuntimeException>> failures = Map.of(
                "connection",
                        () -> new CannotGetJdbcConnectionException(
                                "pool", new SQLTransientConnectionException("timed out")),
                "transaction", () -> new CannotCreateTransactionException("JPA"),
                "schema", () -> new BadSqlGrammarException("", "select", new SQLException("no table", "42P01")),
                "grammar", () -> new BadSqlGrammarException("", "select", new SQLException("no column", "42703")),
                "mongo", () -> new MongoTimeoutException("no server"),
                "kafka", () -> new ReadingsNotTaken(new IllegalStateException("no broker")),
                "bug", () -> new IllegalStateException("a secret"));

        @GetMapping("/fail/{kind}")
        String fail(@PathVariable String kind) {
            throw failures.get(kind).get();
        }
    }
}
