/** Labelled articles as text, CSV, JSON and HTML. */
@NullMarked
package io.verbatim.output;

import org.jspecify.annotations.NullMarked;
