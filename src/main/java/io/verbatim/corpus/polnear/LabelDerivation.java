package io.verbatim.corpus.polnear;

import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Derives a sentence's label from the content spans of its text: {@code narrative} where fewer than a third of its words
 * stand in such spans, else {@code direct} where at least half of these stand between quotation marks, else
 * {@code paraphrase}. Immutable.
 */
final class LabelDerivation {

    private static final Pattern MARKS = Pattern.compile("[\"“”«»„]|``|''");

    private final List<Span> content;
    private final List<Span> discarded;

    private LabelDerivation(List<Span> content, List<Span> discarded) {
        this.content = content;
        this.discarded = discarded;
    }

    static LabelDerivation of(Annotations annotations, String text, AttitudeCues attitudes) {
        List<Span> content = annotations.attributions().stream()
                .filter(a -> !attitudes.contains(a.cue()) || holdsMarks(a, text))
                .flatMap(a -> a.content().stream())
                .toList();
        return new LabelDerivation(content, annotations.discarded());
    }

    private static boolean holdsMarks(Attribution attribution, String text) {
        return attribution.content().stream()
                .anyMatch(span ->
                        MARKS.matcher(text.substring(span.start(), span.end())).find());
    }

    /** Whether all words of a sentence are discarded. */
    boolean isDiscarded(Sentence sentence) {
        if (discarded.isEmpty()) {
            return false;
        }
        for (int i = 0; i < sentence.tokenCount(); i++) {
            if (isWord(sentence.token(i)) && !stands(discarded, sentence, i)) {
                return false;
            }
        }
        return discarded.stream().anyMatch(span -> span.overlaps(sentence.start(), sentence.end()));
    }

    Label label(Sentence sentence) {
        int words = 0;
        int reported = 0;
        int quoted = 0;
        for (int i = 0; i < sentence.tokenCount(); i++) {
            if (isWord(sentence.token(i))) {
                words++;
                if (stands(content, sentence, i)) {
                    reported++;
                    quoted += isQuoted(sentence, i) ? 1 : 0;
                }
            }
        }
        if (reported == 0 || 3 * reported < words) {
            return Label.NARRATIVE;
        }
        return 2 * quoted >= reported ? Label.DIRECT : Label.PARAPHRASE;
    }

    private static boolean isWord(String token) {
        return token.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean stands(List<Span> spans, Sentence sentence, int token) {
        int start = sentence.start() + sentence.tokenStart(token);
        int end = sentence.start() + sentence.tokenEnd(token);
        return spans.stream().anyMatch(span -> span.contains(start, end));
    }

    private static boolean isQuoted(Sentence sentence, int token) {
        return sentence.quotations().stream()
                .anyMatch(q -> q.start() <= sentence.tokenStart(token) && sentence.tokenEnd(token) <= q.end());
    }
}
