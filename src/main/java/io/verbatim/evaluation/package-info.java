/** Metrics with intervals by bootstrap over articles, and their reports. */
@NullMarked
package io.verbatim.evaluation;

import org.jspecify.annotations.NullMarked;
