package io.consumo.api.consumption.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.ApiStores;
import io.consumo.stack.TestStores;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PostgreSQL does for the questions asked most. */
class PlansIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final int DAYS = 4;

    private static JdbcClient jdbc;

    @BeforeAll
    static void store() {
        String postgres = TestStores.freshPostgres();
        ApiStores.migrate(postgres);
        jdbc = JdbcClient.create(new DriverManagerDataSource(postgres, "consumo_consumer", "consumo"));
        for (int day = 0; day < DAYS; day++) {
            jdbc.sql("select consumption.ensure_partition(:day)")
                    .param("day", FIRST.plusDays(day))
                    .query()
                    .listOfRows();
        }
        jdbc.sql("""
                insert into consumption.daily_consumption (client_id, day, minutes, energy, rank)
                select 'C-' || client, day, 60, array_fill(1000, array[24]), array_fill(1::bigint, array[24])
                from generate_series(1, 10000) client, generate_series(:first::date, :last::date, interval '1 day') day
                """)
                .param("first", FIRST)
                .param("last", FIRST.plusDays(DAYS - 1))
                .update();
        jdbc.sql("analyze consumption.daily_consumption").update();
    }

    @Test
    void theDaysOfAClientComeFromTheKeyOfEachDay() {
        JsonNode plan = plan(PostgresDailyQuery.OF_CLIENT, 0, DAYS - 1);

        assertThat(plan.findValuesAsString("Node Type")).doesNotContain("Seq Scan");
        assertThat(plan.findValuesAsString("Relation Name")).hasSize(DAYS);
    }

    @Test
    void whoIsKnownIsSeenInTheKeys() {
        assertThat(plan(PostgresDailyQuery.KNOWS, 0, 0).findValuesAsString("Node Type"))
                .doesNotContain("Seq Scan");
    }

    @Test
    void aDayOfAllReadsThatDayAloneAndOfItsKeyOnlyThePage() {
        JsonNode page = plan(PostgresDailyQuery.BY_CLIENT, 3, 3);

        assertThat(page.findValuesAsString("Relation Name")).containsOnly("daily_consumption_20261104");
        assertThat(page.findValuesAsString("Node Type")).doesNotContain("Seq Scan", "Hash");
        assertThat(page.findValue("Actual Rows").asInt()).isEqualTo(50);
        assertThat(page.findValues("Actual Rows"))
                .allSatisfy(rows -> assertThat(rows.asInt()).isLessThanOrEqualTo(151));
        assertThat(plan(PostgresDailyQuery.COUNT, 3, 3).findValuesAsString("Relation Name"))
                .containsExactly("daily_consumption_20261104");
    }

    private static JsonNode plan(String sql, int from, int to) {
        List<String> lines = jdbc.sql("explain (analyze, format json) " + sql)
                .param("client", "C-1234")
                .param("from", FIRST.plusDays(from))
                .param("to", FIRST.plusDays(to))
                .param("first", "C-5")
                .param("limit", 50)
                .param("offset", 99)
                .query(String.class)
                .list();
        return JsonMapper.shared().readTree(lines.getFirst());
    }
}
