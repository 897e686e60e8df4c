package io.consumo.consumer.evaluate;

import io.consumo.consumer.detection.domain.DayCurve;
import java.util.List;

/** Watches one client's days, in their order, and tells what it finds. */
interface Contestant {

    void see(DayCurve day);

    List<FoundCase> cases();
}
