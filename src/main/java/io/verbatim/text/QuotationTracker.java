package io.verbatim.text;

import io.verbatim.article.Quotation.Mark;
import io.verbatim.text.QuotationMarks.Role;
import io.verbatim.text.QuotedSpan.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the outermost quotations of an article, paragraph by paragraph, by the rules of this package's description. Its
 * time is linear in the text: what lies ahead is looked up in tables made once for each paragraph. For one thread.
 */
final class QuotationTracker {

    /** How many paragraphs without any mark may stand inside a quotation that repeats no opening mark. */
    private static final int SILENT_PARAGRAPHS = 1;

    private final List<TrackedParagraph> paragraphs;
    private final List<List<QuotedSpan>> spans = new ArrayList<>();

    /** The quotation that runs into the next paragraph. */
    private @Nullable Run running;

    /** Whether it runs on there without an opening mark at the start. */
    private boolean runsWithoutMark;

    private QuotationTracker(List<TrackedParagraph> paragraphs) {
        this.paragraphs = paragraphs;
    }

    /** The quoted spans of each paragraph, ascending and not overlapping. */
    static List<List<QuotedSpan>> track(List<TrackedParagraph> paragraphs) {
        QuotationTracker tracker = new QuotationTracker(paragraphs);
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean quiet = tracker.running == null && paragraphs.get(i).marks().size() == 0;
            tracker.spans.add(quiet ? List.of() : tracker.new Pass(i).run());
        }
        return tracker.spans;
    }

    /** One paragraph's marks from left to right. */
    private final class Pass {
        private final int index;
        private final TrackedParagraph paragraph;
        private final QuotationMarks marks;
        private final Ahead ahead;
        private final List<QuotedSpan> found = new ArrayList<>();

        private @Nullable Run open;
        private int start;
        private boolean opensHere;
        private int nested;

        Pass(int index) {
            this.index = index;
            this.paragraph = paragraphs.get(index);
            this.marks = paragraph.marks();
            this.ahead = new Ahead(marks);
        }

        List<QuotedSpan> run() {
            Run before = running;
            running = null;
            if (before != null && runsWithoutMark) {
                open = before;
                start = 0;
                opensHere = false;
            }
            for (int m = 0; m < marks.size(); m++) {
                Run continued = m == 0 && open == null ? before : null;
                if (open == null) {
                    m = marks.isSingle(m) ? trySingle(m, continued) : tryOpen(m, continued);
                } else if (counts(m)) {
                    follow(m);
                }
            }
            if (open != null) {
                leaveOpen(open);
            }
            return found;
        }

        /** Opens a quotation at a double mark if it can; returns the last mark used. */
        private int tryOpen(int m, @Nullable Run continued) {
            boolean later = ahead.nextDouble[m] < marks.size();
            boolean opens = switch (marks.role(m)) {
                case OPENS -> marks.kind(m) != Mark.ANGLED || later || paragraph.startsSentence(marks.start(m));
                case EITHER -> (later || continued != null) && !marks.mayBeUnit(m);
                case CLOSES, CLOSES_PERHAPS -> false;
            };
            if (opens) {
                open(
                        m,
                        continued != null && (m == 0 && paragraph.opensWithMark())
                                ? continued
                                : new Run(marks.kind(m)));
            }
            return m;
        }

        /** Takes a whole quotation in single marks if one begins at this mark; returns the last mark used. */
        private int trySingle(int m, @Nullable Run continued) {
            if (marks.role(m) != Role.OPENS) {
                return m;
            }
            int closing = ahead.closing(m);
            boolean atStart = (m == 0 && paragraph.opensWithMark());
            Run run = continued != null && atStart ? continued : new Run(Mark.SINGLE);
            if (closing < marks.size()) {
                run.closed = true;
                found.add(new QuotedSpan(marks.end(m), marks.start(closing), true, true, run));
                return closing;
            }
            boolean runsOn = atStart
                    && index + 1 < paragraphs.size()
                    && paragraphs.get(index + 1).opensWithMark()
                    && paragraphs.get(index + 1).marks().isSingle(0);
            if (runsOn) {
                found.add(new QuotedSpan(marks.end(m), paragraph.surface().length(), true, false, run));
                running = run;
                runsWithoutMark = false;
                return marks.size();
            }
            if (paragraph.surface().at(marks.start(m)) == '‘') {
                int end = paragraph.sentences().end(paragraph.sentenceAt(marks.start(m)));
                int next = Math.min(ahead.nextDouble[m], ahead.nextOpening[m]);
                if (next < marks.size()) {
                    end = Math.min(end, marks.start(next));
                }
                found.add(new QuotedSpan(marks.end(m), end, true, false, run));
            }
            return m;
        }

        /** Whether a mark can end the open quotation or open another: marks of the other kinds stand inside it. */
        private boolean counts(int m) {
            if (open == null || marks.isSingle(m)) {
                return false;
            }
            boolean angled = marks.kind(m) == Mark.ANGLED;
            return open.mark == Mark.ANGLED ? angled : !angled;
        }

        private void follow(int m) {
            Run current = open;
            if (current == null) {
                return;
            }
            switch (marks.role(m)) {
                case OPENS -> {
                    if (isNested(m)) {
                        nested++;
                    } else if (nested == 0 && endsParagraph(m)) {
                        close(m, current);
                    } else {
                        restart(m, current);
                    }
                }
                case CLOSES -> {
                    if (!isUnit(m)) {
                        close(m, current);
                    }
                }
                case EITHER, CLOSES_PERHAPS -> close(m, current);
            }
        }

        private void open(int m, Run run) {
            open = run;
            start = marks.end(m);
            opensHere = true;
            nested = 0;
        }

        private void close(int m, Run run) {
            if (nested > 0) {
                nested--;
                return;
            }
            run.closed = true;
            found.add(new QuotedSpan(start, marks.start(m), opensHere, true, run));
            open = null;
        }

        /** A quotation opens while another of its kind is open, which never closes. */
        private void restart(int m, Run current) {
            int mark = marks.start(m);
            int attribution = attribution();
            if (attribution >= 0 && attribution <= mark) {
                found.add(new QuotedSpan(start, attribution, opensHere, false, current));
                open(m, new Run(marks.kind(m)));
            } else if (paragraph.startsSentence(mark)) {
                found.add(new QuotedSpan(start, mark, opensHere, false, current));
                open(m, current);
            } else {
                int sentence = paragraph.sentences().start(paragraph.sentenceAt(mark));
                found.add(new QuotedSpan(start, sentence > start ? sentence : mark, opensHere, false, current));
                open(m, new Run(marks.kind(m)));
            }
        }

        /** The paragraph ends inside a quotation. */
        private void leaveOpen(Run run) {
            int length = paragraph.surface().length();
            int attribution = attribution();
            if (attribution >= 0) {
                found.add(new QuotedSpan(start, attribution, opensHere, false, run));
                return;
            }
            found.add(new QuotedSpan(start, length, opensHere, false, run));
            Boolean repeated = runsOn(run);
            if (repeated != null) {
                running = run;
                runsWithoutMark = !repeated;
            }
        }

        /**
         * Whether the open quotation runs on in the next paragraph: true where its mark is repeated there, false where a
         * closing mark comes first, null where it ends here.
         */
        private @Nullable Boolean runsOn(Run run) {
            for (int next = index + 1; next < paragraphs.size() && next <= index + 1 + SILENT_PARAGRAPHS; next++) {
                TrackedParagraph following = paragraphs.get(next);
                QuotationMarks others = following.marks();
                int first = 0;
                while (first < others.size() && others.isSingle(first)) {
                    first++;
                }
                if (first < others.size()) {
                    if (next == index + 1 && first == 0 && following.opensWithMark()) {
                        return true;
                    }
                    return others.role(first) == Role.CLOSES && !others.mayBeUnit(first) ? false : null;
                }
            }
            return null;
        }

        /** Whether the quotation that opens at this mark closes inside the open one, which then closes too. */
        private boolean isNested(int m) {
            int first = ahead.nextDouble[m];
            if (first >= marks.size() || marks.role(first) == Role.OPENS) {
                return false;
            }
            int second = ahead.nextDouble[first];
            return second < marks.size() && marks.role(second) != Role.OPENS;
        }

        /** Whether a mark of closing look is a sign of inches: another closing mark comes before any opening one. */
        private boolean isUnit(int m) {
            int next = ahead.nextDouble[m];
            return marks.mayBeUnit(m) && next < marks.size() && marks.role(next) == Role.CLOSES;
        }

        private boolean endsParagraph(int m) {
            int length = paragraph.surface().length();
            return paragraph.surface().skipSpaces(marks.end(m), length) == length;
        }

        /** Where the attribution begins that ends the sentence in which the open quotation opened, or -1. */
        private int attribution() {
            if (!opensHere) {
                return -1;
            }
            int end = paragraph.sentences().end(paragraph.sentenceAt(start - 1));
            return Attribution.behindComma(paragraph.surface(), start, end);
        }
    }

    /** For each mark of a paragraph, what lies ahead of it. */
    private static final class Ahead {
        private final QuotationMarks marks;
        private final int[] nextDouble;
        private final int[] nextClosing;
        private final int[] nextPerhaps;
        private final int[] nextOpening;
        private final int[] doubles;

        Ahead(QuotationMarks marks) {
            this.marks = marks;
            int size = marks.size();
            nextDouble = new int[size];
            nextClosing = new int[size];
            nextPerhaps = new int[size];
            nextOpening = new int[size];
            doubles = new int[size + 1];
            int pair = size;
            int closing = size;
            int perhaps = size;
            int opening = size;
            for (int m = size - 1; m >= 0; m--) {
                nextDouble[m] = pair;
                nextClosing[m] = closing;
                nextPerhaps[m] = perhaps;
                nextOpening[m] = opening;
                doubles[m] = doubles[m + 1] + (marks.isSingle(m) ? 0 : 1);
                if (!marks.isSingle(m)) {
                    pair = m;
                } else {
                    switch (marks.role(m)) {
                        case OPENS -> opening = m;
                        case CLOSES -> closing = m;
                        case CLOSES_PERHAPS -> perhaps = m;
                        case EITHER -> {}
                    }
                }
            }
        }

        /** The mark that closes what the single mark {@code m} opens, or the number of marks. */
        int closing(int m) {
            int sure = nextClosing[m];
            int perhaps = nextPerhaps[m];
            int best = perhaps < sure && (sure == marks.size() || nextOpening[perhaps] < sure) ? perhaps : sure;
            // A double mark without its partner in between says that this one is an apostrophe.
            boolean balanced = best < marks.size() && (doubles[m] - doubles[best]) % 2 == 0;
            return balanced ? best : marks.size();
        }
    }
}
