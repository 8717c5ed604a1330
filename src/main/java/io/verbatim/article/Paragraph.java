package io.verbatim.article;

import java.util.List;

/**
 * A paragraph of an article.
 *
 * @param sentences its sentences in order, at least one
 */
public record Paragraph(List<Sentence> sentences) {
    public Paragraph {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("a paragraph without a sentence");
        }
    }
}
