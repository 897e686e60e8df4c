/** The three stores without Docker, one process each: for the local installation, and throw-away ones for tests. */
@NullMarked
package io.consumo.stack;

import org.jspecify.annotations.NullMarked;
