package io.consumo.api.readings;

import io.consumo.model.Reading;
import java.util.List;

/** Hands readings over to the pipeline. */
public interface ReadingSender {

    /**
     * Returns when all are safe with the broker.
     *
     * @throws ReadingsNotTaken when some may not be; sending all again does no harm
     */
    void send(List<Reading> readings);
}
