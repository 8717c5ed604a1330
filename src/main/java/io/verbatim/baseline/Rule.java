package io.verbatim.baseline;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.QuotationState;
import java.util.List;
import java.util.Locale;

/**
 * Quotation marks and reporting verbs, without training: direct where a quotation runs into the sentence or on, or half
 * the words are quoted; else paraphrase where a reporting verb or “according to” stands outside the marks; else
 * narrative.
 */
final class Rule implements Classifier {

    @Override
    public List<Probabilities> classify(Article article) {
        return article.sentences().stream().map(Rule::label).toList();
    }

    private static Probabilities label(Sentence sentence) {
        if (QuotationState.of(sentence) == QuotationState.RUNNING || QuotationState.quotedShare(sentence) >= 0.5) {
            return Marks.DIRECT;
        }
        String before = "";
        for (int i = 0; i < sentence.tokenCount(); i++) {
            String word = sentence.token(i).toLowerCase(Locale.ROOT);
            if (!QuotationState.isQuoted(sentence, i)) {
                if (ReportingWords.isPlainVerb(word) || (before.equals("according") && word.equals("to"))) {
                    return Marks.PARAPHRASE;
                }
            }
            before = word;
        }
        return Marks.NARRATIVE;
    }
}
