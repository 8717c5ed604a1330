/**
 * Other wordings of an article: some that leave what its sentences are as it was ({@link
 * io.verbatim.corpus.perturbation.Invariance}), some that change it in a known way ({@link
 * io.verbatim.corpus.perturbation.Direction}). Tests of behaviour and training use them; {@link
 * io.verbatim.corpus.perturbation.Perturber} is the entry. After CheckList (Ribeiro et al. 2020).
 */
@NullMarked
package io.verbatim.corpus.perturbation;

import org.jspecify.annotations.NullMarked;
