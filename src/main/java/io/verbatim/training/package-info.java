/** The DL4J networks: features to tensors, the training loop, calibration and export to the model file. */
@NullMarked
package io.verbatim.training;

import org.jspecify.annotations.NullMarked;
