package io.consumo.consumer;

import com.mongodb.ConnectionString;
import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The database that the MongoDB address names. */
@Component
public final class MongoDatabaseName {

    private final String value;

    public MongoDatabaseName(Environment environment) {
        this.value = Objects.requireNonNull(
                new ConnectionString(environment.getRequiredProperty("spring.mongodb.uri")).getDatabase(),
                "CONSUMO_MONGO_URI must name a database, such as mongodb://localhost:27017/consumo");
    }

    public String value() {
        return value;
    }
}
