/** Labels archives of articles on Apache Spark. */
@NullMarked
package io.verbatim.spark;

import org.jspecify.annotations.NullMarked;
