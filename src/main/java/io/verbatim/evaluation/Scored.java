package io.verbatim.evaluation;

import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sentence whose label is known with a classifier's answer.
 *
 * @param articleIndex the position of its article among the scored ones, counted from 0
 * @param article its article
 * @param index its position in the article, counted from 0
 * @param sentence the sentence
 * @param gold its label
 * @param answer what the classifier said
 */
public record Scored(
        int articleIndex, AnnotatedArticle article, int index, Sentence sentence, Label gold, Answer answer) {

    /** The sentences of some articles that have a label, in order. */
    static List<Scored> of(List<ScoredArticle> articles) {
        List<Scored> all = new ArrayList<>();
        for (int a = 0; a < articles.size(); a++) {
            ScoredArticle scored = articles.get(a);
            AnnotatedArticle gold = scored.gold();
            List<Sentence> sentences = gold.article().sentences();
            for (int i = 0; i < sentences.size(); i++) {
                Optional<Label> label = gold.labels().get(i);
                if (label.isPresent()) {
                    all.add(new Scored(
                            a,
                            gold,
                            i,
                            sentences.get(i),
                            label.get(),
                            scored.answers().get(i)));
                }
            }
        }
        return List.copyOf(all);
    }

    /** The label the classifier chose; empty where it abstained. */
    public Optional<Label> predicted() {
        return answer.label();
    }

    /** The classifier's probabilities; empty where it doesn't say. */
    public Optional<Probabilities> probabilities() {
        return answer.probabilities();
    }

    /** What the table says beside text and label. */
    public AnnotatedArticle.Row row() {
        return article.rows().get(index);
    }
}
