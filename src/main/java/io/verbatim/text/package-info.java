/** Plain text, or sentences already split, to an {@link io.verbatim.article.Article}: paragraphs, sentences, tokens and quotations with their offsets. */
@NullMarked
package io.verbatim.text;

import org.jspecify.annotations.NullMarked;
