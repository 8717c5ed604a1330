package io.verbatim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.Probabilities;
import io.verbatim.QuoteClassifier;
import io.verbatim.article.Label;
import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import io.verbatim.output.JsonOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds of every article, whatever it was read from. */
final class Properties {

    private Properties() {}

    /** The sentences, in order and apart, with white space between them, give the text back. */
    static void holdText(String text, LabelledArticle article) {
        int last = 0;
        int paragraph = 0;
        for (LabelledSentence sentence : article.sentences()) {
            assertBlank(text, last, sentence.start());
            boolean apart = sentence.start() >= last
                    && sentence.end() > sentence.start()
                    && text.startsWith(sentence.text(), sentence.start())
                    && (sentence.paragraph() == paragraph || sentence.paragraph() == paragraph + 1);
            if (!apart) {
                fail("not in the text: " + sentence);
            }
            paragraph = sentence.paragraph();
            last = sentence.end();
        }
        assertBlank(text, last, text.length());
    }

    /** Tokens and quotations are inside and in order, probabilities sum to 1, and all is the same once more. */
    static void hold(QuoteClassifier classifier, LabelledArticle article) throws IOException {
        for (int i = 0; i < article.sentences().size(); i++) {
            LabelledSentence labelled = article.sentences().get(i);
            assertThat(labelled.position()).isEqualTo(i);
            hold(labelled.sentence());
            hold(labelled.probabilities());
            assertThat(labelled.label()).contains(labelled.probabilities().best());
        }
        LabelledArticle again = classifier.label(article.article());
        assertThat(probabilities(again)).isEqualTo(probabilities(article));
        Map<String, Object> json = JSON.std.mapFrom(JsonOutput.toJson(article));
        assertThat((List<?>) json.get("sentences"))
                .extracting(sentence -> ((Map<?, ?>) sentence).get("text"))
                .isEqualTo(
                        article.sentences().stream().map(LabelledSentence::text).toList());
    }

    private static void hold(Sentence sentence) {
        int last = 0;
        boolean ordered = true;
        for (int i = 0; i < sentence.tokenCount(); i++) {
            ordered &= sentence.tokenStart(i) >= last && sentence.tokenEnd(i) > sentence.tokenStart(i);
            last = sentence.tokenEnd(i);
        }
        ordered &= last <= sentence.text().length();
        last = 0;
        for (Quotation quotation : sentence.quotations()) {
            ordered &= quotation.start() >= last && quotation.end() > quotation.start();
            last = quotation.end();
        }
        ordered &= last <= sentence.text().length();
        if (!ordered) {
            fail("tokens or quotations out of order in " + sentence);
        }
    }

    private static void hold(Probabilities probabilities) {
        double sum = 0;
        boolean each = true;
        for (Label label : Label.all()) {
            double p = probabilities.of(label);
            each &= p >= 0 && p <= 1;
            sum += p;
        }
        if (!each || !(Math.abs(sum - 1) < 1e-9)) {
            fail("no probabilities: " + probabilities);
        }
    }

    private static List<Probabilities> probabilities(LabelledArticle article) {
        return article.sentences().stream().map(LabelledSentence::probabilities).toList();
    }

    /** An error is one line for a terminal that names what was read. */
    static void holdMessage(@Nullable String message, String name) {
        assertThat(message).startsWith(name);
        assertThat(message).isNotNull();
        assertThat(String.valueOf(message)
                        .chars()
                        .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029))
                .as(message)
                .isTrue();
    }

    private static void assertBlank(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean blank = Character.isSpaceChar(c)
                    || Character.isWhitespace(c)
                    || "\u0085\u180E\u200B\u200C\u200E\u200F\u2060\uFEFF".indexOf(c) >= 0;
            if (!blank) {
                fail("U+%04X between sentences", (int) c);
            }
        }
    }
}
