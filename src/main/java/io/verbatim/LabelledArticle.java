package io.verbatim;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * An article with a label for each of its sentences. Immutable.
 *
 * @param id the article's id
 * @param model name and version of the model that labelled it
 * @param sentences its sentences in order
 */
public record LabelledArticle(String id, ModelVersion model, List<LabelledSentence> sentences) {
    public LabelledArticle {
        sentences = List.copyOf(sentences);
    }

    /** The article without its labels. */
    public Article article() {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Sentence> current = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            current.add(sentences.get(i).sentence());
            boolean last = i + 1 == sentences.size()
                    || sentences.get(i + 1).paragraph() != sentences.get(i).paragraph();
            if (last) {
                paragraphs.add(new Paragraph(current));
                current.clear();
            }
        }
        return new Article(id, paragraphs);
    }

    /**
     * Which model it was.
     *
     * @param name the model's name
     * @param version its version
     */
    public record ModelVersion(String name, String version) {}
}
