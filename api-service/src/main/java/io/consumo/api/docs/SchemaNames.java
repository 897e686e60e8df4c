package io.consumo.api.docs;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Names schemas, nested ones with their owner's name: what two answers call an entry is not the same. */
@Component
final class SchemaNames extends TypeNameResolver {

    /** Of the whole process, as the library's converters are: a second context's documents are made by the first's. */
    private static final Map<String, Class<?>> CLASSES = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> owner = type.getEnclosingClass();
        String own = super.nameForClass(type, options);
        boolean isSaid = owner == null || own.startsWith(owner.getSimpleName());
        String name = isSaid ? own : owner.getSimpleName() + own;
        CLASSES.put(name, type);
        return name;
    }

    Optional<Class<?>> classOf(String schema) {
        return Optional.ofNullable(CLASSES.get(schema));
    }
}
