package io.verbatim.text;

import io.verbatim.article.Quotation;
import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph's quoted spans cut at its sentences' borders. To be asked for the sentences in order. A part of white space
 * alone is none. For one thread.
 */
final class SentenceParts {

    private final TrackedParagraph paragraph;
    private final List<QuotedSpan> spans;
    private int first;

    SentenceParts(TrackedParagraph paragraph, List<QuotedSpan> spans) {
        this.paragraph = paragraph;
        this.spans = spans;
    }

    /** The parts of quotations in a sentence, their offsets counted from its start. */
    List<Quotation> of(int sentence) {
        int sentenceStart = paragraph.sentences().start(sentence);
        int sentenceEnd = paragraph.sentences().end(sentence);
        while (first < spans.size() && spans.get(first).end() <= sentenceStart) {
            first++;
        }
        if (first == spans.size()) {
            return List.of();
        }
        List<Quotation> parts = new ArrayList<>(2);
        for (int i = first; i < spans.size() && spans.get(i).start() < sentenceEnd; i++) {
            QuotedSpan span = spans.get(i);
            int start = paragraph
                    .surface()
                    .skipSpaces(Math.max(span.start(), sentenceStart), Math.min(span.end(), sentenceEnd));
            int end = paragraph.surface().skipSpacesBack(Math.min(span.end(), sentenceEnd), start);
            if (start < end) {
                boolean opens = span.opens() && span.start() >= sentenceStart;
                boolean closes = span.closes() && span.end() < sentenceEnd;
                parts.add(new Quotation(
                        start - sentenceStart,
                        end - sentenceStart,
                        opens,
                        closes,
                        !span.run().closed,
                        span.run().mark));
            }
        }
        return List.copyOf(parts);
    }
}
