/** Measures a running installation; {@code ./start.sh bench} starts what each measurement needs. */
@org.jspecify.annotations.NullMarked
package io.consumo.bench;
