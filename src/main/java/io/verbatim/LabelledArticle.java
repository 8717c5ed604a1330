package io.verbatim;

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

    /**
     * Which model it was.
     *
     * @param name the model's name
     * @param version its version
     */
    public record ModelVersion(String name, String version) {}
}
