package io.verbatim.text;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Articles written as the tables of the tests write them. */
final class Rendering {

    static final ArticleReader READER = new ArticleReader();

    private Rendering() {}

    /** The text of a case: without braces and bars, a pilcrow for a blank line. */
    static String text(String rendered) {
        return rendered.replaceAll("[{}|]", "").replace("¶", "\n\n");
    }

    /** The article's text with braces around what is quoted. */
    static String quoted(String text) {
        return READER.read("case", text).paragraphs().stream()
                .map(paragraph -> {
                    StringBuilder rendered = new StringBuilder();
                    int last = paragraph.sentences().get(0).start();
                    for (Sentence sentence : paragraph.sentences()) {
                        rendered.append(text, last, sentence.start()).append(quoted(sentence));
                        last = sentence.end();
                    }
                    return rendered;
                })
                .collect(Collectors.joining("¶"));
    }

    private static String quoted(Sentence sentence) {
        StringBuilder rendered = new StringBuilder(sentence.text());
        List<Quotation> quotations = sentence.quotations();
        for (int i = quotations.size() - 1; i >= 0; i--) {
            rendered.insert(quotations.get(i).end(), '}');
            rendered.insert(quotations.get(i).start(), '{');
        }
        return rendered.toString();
    }

    /** The sentences of an article with a bar between them, a pilcrow between paragraphs. */
    static String sentences(Article article) {
        return article.paragraphs().stream()
                .map(Paragraph::sentences)
                .map(sentences -> sentences.stream().map(Sentence::text).collect(Collectors.joining("|")))
                .collect(Collectors.joining("¶"));
    }

    /** The tokens of a sentence with a bar between them. */
    static String tokens(String sentence) {
        int[] tokens = Tokenizer.tokens(sentence);
        return IntStream.range(0, tokens.length / 2)
                .mapToObj(i -> sentence.substring(tokens[2 * i], tokens[2 * i + 1]))
                .collect(Collectors.joining("|"));
    }
}
