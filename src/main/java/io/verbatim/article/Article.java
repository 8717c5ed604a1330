package io.verbatim.article;

import java.util.List;

/**
 * A news article: the unit of work everywhere. A quotation may run over its sentences and paragraphs, so nothing below
 * an article is split, shuffled or distributed on its own.
 *
 * @param id {@code publisher/name}, or any name where the publisher is unknown
 * @param paragraphs its paragraphs in order; none where the text is blank
 */
public record Article(String id, List<Paragraph> paragraphs) {
    public Article {
        paragraphs = List.copyOf(paragraphs);
    }

    /** All sentences in order. */
    public List<Sentence> sentences() {
        return paragraphs.stream().flatMap(p -> p.sentences().stream()).toList();
    }
}
