/**
 * The domain's values: an article as paragraphs, sentences and quotations, and the labels of sentences.
 *
 * <p>All types are immutable and safe to share between threads. This package depends on nothing.
 */
@NullMarked
package io.verbatim.article;

import org.jspecify.annotations.NullMarked;
