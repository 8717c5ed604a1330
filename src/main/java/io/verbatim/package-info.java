/**
 * The API for programs that embed Verbatim: {@link io.verbatim.QuoteClassifier} labels an article's sentences.
 *
 * <p>The way of the data: {@link io.verbatim.text} makes an {@link io.verbatim.article.Article} of a text,
 * {@link io.verbatim.model} turns it into features and these into probabilities, and the result is a
 * {@link io.verbatim.LabelledArticle}. The other packages train, evaluate and serve.
 */
@NullMarked
package io.verbatim;

import org.jspecify.annotations.NullMarked;
