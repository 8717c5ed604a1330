package io.verbatim.corpus.perturbation;

import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The same quotations in other marks. Double marks inside a quotation become single ones, and single ones double where
 * the outer marks become single.
 *
 * @param open the mark that opens a quotation
 * @param close the mark that closes it
 * @param innerOpen the mark that opens a quotation in a quotation
 * @param innerClose the mark that closes it
 */
record MarkStyle(String open, String close, String innerOpen, String innerClose) implements Rewording.OfSentence {

    private static final Set<String> DOUBLE = Set.of("\"", "“", "”", "„", "«", "»", "``", "''", "‘‘", "’’");
    private static final Set<String> SINGLE = Set.of("'", "‘", "’", "‚", "‹", "›", "`");

    @Override
    public String reword(Sentence sentence, SplittableRandom random) {
        Edits edits = new Edits(sentence);
        boolean innerIsOpen = false;
        for (int i = 0; i < sentence.tokenCount(); i++) {
            boolean isDouble = DOUBLE.contains(sentence.token(i));
            if (!isDouble && !SINGLE.contains(sentence.token(i))) {
                continue;
            }
            int start = sentence.tokenStart(i);
            int end = sentence.tokenEnd(i);
            if (opens(sentence, end)) {
                edits.replace(start, end, open);
                innerIsOpen = false;
            } else if (closes(sentence, start)) {
                edits.replace(start, end, close);
            } else if (isInside(sentence, start) && isDouble != isDouble(innerOpen)) {
                if (!innerIsOpen && isLetterAt(sentence.text(), end)) {
                    edits.replace(start, end, innerOpen);
                    innerIsOpen = true;
                } else if (innerIsOpen && !isLetterAt(sentence.text(), end)) {
                    edits.replace(start, end, innerClose);
                    innerIsOpen = false;
                }
            }
        }
        return edits.toString();
    }

    private static boolean isDouble(String mark) {
        return DOUBLE.contains(mark);
    }

    private static boolean opens(Sentence sentence, int end) {
        return sentence.quotations().stream()
                .anyMatch(q -> end <= q.start()
                        && sentence.text().substring(end, q.start()).isBlank());
    }

    private static boolean closes(Sentence sentence, int start) {
        return sentence.quotations().stream()
                .anyMatch(q -> q.closes()
                        && start >= q.end()
                        && sentence.text().substring(q.end(), start).isBlank());
    }

    private static boolean isInside(Sentence sentence, int start) {
        for (Quotation quotation : sentence.quotations()) {
            if (start >= quotation.start() && start < quotation.end()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetterAt(String text, int i) {
        return i < text.length() && Character.isLetterOrDigit(text.charAt(i));
    }
}
