/**
 * Plain text, or sentences already split, to an {@link io.verbatim.article.Article}: paragraphs, sentences, tokens and
 * quotations with their offsets. {@link io.verbatim.text.ArticleReader} is the entry.
 *
 * <h2>Paragraphs</h2>
 *
 * A blank line ends a paragraph; in a text without blank lines every line is one. Lines end with LF, CR, CR LF, NEL,
 * vertical tab, form feed, U+2028 or U+2029; a form feed and U+2029 always end a paragraph. White space is of any kind
 * and width, down to none (U+200B, U+FEFF, marks of direction).
 *
 * <h2>Sentences</h2>
 *
 * A border stands at white space behind a full stop, a question or exclamation mark or an ellipsis with the closing marks
 * and brackets after it. Rules settle most places: abbreviations, initials, lower case, attributions after a quotation
 * ({@code "Is it over?" she asked.}); OpenNLP's English model decides the others. Two sentences of one quotation are two.
 * In a paragraph of several lines, a line that begins with a bullet is a sentence.
 *
 * <h2>Tokens</h2>
 *
 * <ul>
 *   <li>A word is a run of letters, digits, combining marks and underscores. Inside it, an apostrophe before a letter, a
 *       hyphen, an at sign, a full stop before lower case or in an acronym, a comma, colon or slash between digits, and an
 *       ampersand between capitals hold it together: {@code don't}, {@code twenty-one}, {@code 3.5}, {@code AT&T}.
 *   <li>An abbreviation, an initial and an acronym keep their full stop: {@code Mr.}, {@code J.}, {@code U.S.}
 *   <li>A currency sign before and a percent sign behind a number, {@code #} and {@code @} before a word belong to it.
 *   <li>A web address is one token, without the punctuation at its end.
 *   <li>An HTML entity is what the character is that it stands for: a mark, a part of a word, white space. An emoji is one
 *       token with all that modifies it.
 *   <li>A soft hyphen or a character of no width between letters belongs to their word.
 *   <li>A run of the same dot, dash, asterisk, tilde, bar or equals sign is one token, two single marks that stand for a
 *       double one are one; every other mark is a token of its own.
 * </ul>
 *
 * <h2>Quotations</h2>
 *
 * Only the outermost are recorded, over the whole article, paragraph by paragraph.
 *
 * <ul>
 *   <li>A mark's shape and its neighbours say whether it opens or closes; where they contradict or say nothing, what is
 *       open decides. Double marks of all kinds close one another; angled ones only their own.
 *   <li>A single mark opens only where one that closes it stands in the same paragraph, so apostrophes are none: words
 *       that begin with one are known, and behind a plural or a clipped word it closes only if no better mark follows.
 *   <li>A straight mark behind a digit is a sign of inches where another closing mark comes before the next opening one.
 *   <li>A mark that opens at the start of a sentence while a quotation is open continues it; elsewhere the open one ends
 *       before that sentence.
 *   <li>A quotation that a paragraph leaves open runs on if the next begins with an opening mark, or if the next mark
 *       within two paragraphs closes. Otherwise it ends with its paragraph and is unclosed; where its first sentence ends
 *       in an attribution ({@code "I like it, she said.}), before that.
 *   <li>Closing marks with nothing open quote nothing.
 * </ul>
 */
@NullMarked
package io.verbatim.text;

import org.jspecify.annotations.NullMarked;
