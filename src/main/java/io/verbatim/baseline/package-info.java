/** What a trained network must beat: rules and Smile's linear and tree models. */
@NullMarked
package io.verbatim.baseline;

import org.jspecify.annotations.NullMarked;
