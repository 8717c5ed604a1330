/**
 * A transformer that was trained on much text before (Devlin et al. 2019, "BERT: Pre-training of Deep Bidirectional
 * Transformers"; Wang et al. 2020, "MiniLM") and learns the three labels as a teacher: it reads windows of an article as one
 * sequence and labels every sentence in it at once (Cohan et al. 2019, "Pretrained Language Models for Sequential Sentence
 * Classification"). Far too slow to be embedded; a network of {@link io.verbatim.training} learns what it says.
 *
 * <p>ND4J multiplies the matrices; what is done element by element, and the gradients, stand here, since SameDiff's
 * gradients of the same network took two to five times as long (one thread, a busy machine). All matrices are row-major, a row a
 * token. Nothing here is safe for threads.
 */
@NullMarked
package io.verbatim.training.transformer;

import org.jspecify.annotations.NullMarked;
