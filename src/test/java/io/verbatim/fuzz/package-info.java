/**
 * Inputs by chance for everything that reads: texts, tables, JSON Lines, brat standoff, model files. A few seconds of it
 * run with the other tests. For longer, and for the server's tests of the same kind, say {@code mvn test -Dgroups=fuzz
 * -Dverbatim.fuzz.minutes=60}; with {@code -Dverbatim.fuzz.seed=2} the inputs are others.
 */
@NullMarked
package io.verbatim.fuzz;

import org.jspecify.annotations.NullMarked;
