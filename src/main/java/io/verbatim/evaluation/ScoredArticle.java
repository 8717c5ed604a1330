package io.verbatim.evaluation;

import io.verbatim.Probabilities;
import io.verbatim.corpus.AnnotatedArticle;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An article whose labels are known with a classifier's answers.
 *
 * @param gold the article with its labels; a sentence without one gives context and isn't counted
 * @param answers one for each sentence, in order
 */
public record ScoredArticle(AnnotatedArticle gold, List<Answer> answers) {

    public ScoredArticle {
        answers = List.copyOf(answers);
        if (answers.size() != gold.labels().size()) {
            throw new IllegalArgumentException(
                    answers.size() + " answers for the " + gold.labels().size() + " sentences of " + gold.id());
        }
    }

    /**
     * The article with what a classifier says of it.
     *
     * @param abstain the probability below which a sentence is left without label; 0 labels all
     */
    public static ScoredArticle of(AnnotatedArticle gold, Classifier classifier, double abstain) {
        List<Probabilities> probabilities = classifier.classify(gold.article());
        return new ScoredArticle(
                gold, probabilities.stream().map(p -> Answer.of(p, abstain)).toList());
    }

    /** Several articles with what a classifier says of them, as {@link #of}, in order; labels them in parallel. */
    public static List<ScoredArticle> all(List<AnnotatedArticle> gold, Classifier classifier, double abstain) {
        return IntStream.range(0, gold.size())
                .parallel()
                .mapToObj(i -> of(gold.get(i), classifier, abstain))
                .toList();
    }
}
