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

    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> owner = type.getEnclosingClass();
        String own = super.nameForClass(type, options);
        boolean isSaid = owner == null || own.startsWith(owner.getSimpleName());
        String name = isSaid ? own : owner.getSimpleName() + own;
        classes.put(name, type);
        return name;
    }

    Optional<Class<?>> classOf(String schema) {
        return Optional.ofNullable(classes.get(schema));
    }
}
