/** Faults for the tests of services: what may go wrong, when, and with which seeds. */
@NullMarked
package io.consumo.stack.fault;

import org.jspecify.annotations.NullMarked;
