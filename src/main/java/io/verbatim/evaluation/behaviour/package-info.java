/**
 * Tests of what a classifier can do, capability by capability, after CheckList (Ribeiro, Wu, Guestrin and Singh 2020:
 * "Beyond Accuracy: Behavioral Testing of NLP Models with CheckList"): minimum functionality, invariance, direction.
 */
@NullMarked
package io.verbatim.evaluation.behaviour;

import org.jspecify.annotations.NullMarked;
