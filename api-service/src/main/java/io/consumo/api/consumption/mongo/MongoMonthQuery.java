package io.consumo.api.consumption.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.consumo.api.consumption.MonthQuery;
import io.consumo.api.consumption.StoredMonth;
import io.consumo.api.request.Paging;
import io.consumo.model.api.Page;
import io.consumo.model.store.MonthDocument;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

@Repository
class MongoMonthQuery implements MonthQuery {

    private final MongoCollection<MonthDocument> months;

    MongoMonthQuery(MongoDatabase database) {
        months = database.getCollection(MonthDocument.COLLECTION, MonthDocument.class);
    }

    @Override
    public boolean knows(String clientId) {
        String firstId = MonthDocument.idOf(clientId, "0000-01");
        String lastId = MonthDocument.idOf(clientId, "9999-12");
        return months.find(Filters.and(Filters.gte("_id", firstId), Filters.lte("_id", lastId)))
                        .first()
                != null;
    }

    @Override
    public Map<String, StoredMonth> byId(Collection<String> ids) {
        Map<String, StoredMonth> found = new HashMap<>();
        months.find(Filters.in("_id", ids)).forEach(month -> found.put(month.id(), stored(month)));
        return found;
    }

    @Override
    public void each(YearMonth month, Consumer<StoredMonth> consumer) {
        months.find(Filters.eq("month", month.toString()))
                .projection(Projections.exclude("weekday", "weekend"))
                .forEach(document -> consumer.accept(stored(document)));
    }

    @Override
    public Page<StoredMonth> ofMonth(YearMonth month, Paging paging) {
        Bson ofMonth = Filters.eq("month", month.toString());
        List<StoredMonth> content = months.find(ofMonth)
                .sort(Sorts.ascending("clientId"))
                .skip((int) Math.min(paging.offset(), Integer.MAX_VALUE))
                .limit(paging.limit())
                .map(MongoMonthQuery::stored)
                .into(new ArrayList<>());
        return paging.pageOf(content, months.countDocuments(ofMonth));
    }

    private static StoredMonth stored(MonthDocument month) {
        return new StoredMonth(
                month.clientId(),
                YearMonth.parse(month.month()),
                month.total(),
                month.night(),
                month.morning(),
                month.afternoon(),
                month.evening(),
                month.days().size(),
                month.score());
    }
}
