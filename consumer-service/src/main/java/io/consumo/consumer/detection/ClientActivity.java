package io.consumo.consumer.detection;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;

/** When clients were last heard of. */
public interface ClientActivity {

    /** The newest day with readings of each client that has any since the day. */
    List<LastSeen> since(LocalDate day);

    /** Runs the work unless another consumer runs it at this moment, with a revision greater than all before. */
    void exclusively(LongConsumer work);

    /** A client and the newest day it has readings of. */
    record LastSeen(String clientId, LocalDate day) {}
}
