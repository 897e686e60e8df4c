package io.consumo.stack;

import java.io.IOException;

/** One store of the stack. */
interface Store {

    /** Returns its address once it answers. */
    String start() throws IOException;

    void stop() throws IOException;
}
