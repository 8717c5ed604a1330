/** Features, vocabulary, the model file and the plain Java engine that runs it. */
@NullMarked
package io.verbatim.model;

import org.jspecify.annotations.NullMarked;
