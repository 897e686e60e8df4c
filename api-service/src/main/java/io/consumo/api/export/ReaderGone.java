package io.consumo.api.export;

import java.io.IOException;

/** Whoever asked for the table does not take it any more. */
final class ReaderGone extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReaderGone(IOException cause) {
        super("the reader of the table is gone", cause);
    }
}
