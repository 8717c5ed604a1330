package io.verbatim.training.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Cuts articles into windows of sentences that stand behind one another, each no longer than a number of pieces. */
final class Windows {

    /** Sentences without a label that stand farther than this from one with a label teach nothing. */
    private static final int NEAR = 2;

    private final int longest;

    Windows(int longest) {
        this.longest = longest;
    }

    /**
     * A window.
     *
     * @param sentences its sentences
     * @param first which of them is the first that it is to label, and so
     * @param end one past the last
     */
    record Window(List<PiecedSentence> sentences, int first, int end) {

        /** Its pieces, and the one that begins it. */
        int pieces() {
            return 1 + length(sentences);
        }
    }

    /** The windows of an article to learn from, each with a label at least; the first one is of a length by chance. */
    List<Window> toLearn(List<PiecedSentence> article, SplittableRandom random) {
        List<Window> windows = new ArrayList<>();
        for (List<PiecedSentence> part : nearLabels(article)) {
            double limit = length(part) < longest ? longest : longest * random.nextDouble(0.35, 1);
            List<PiecedSentence> window = new ArrayList<>();
            int pieces = 1;
            for (PiecedSentence sentence : part) {
                if (!window.isEmpty() && pieces + sentence.pieces().length > limit) {
                    add(window, windows);
                    window = new ArrayList<>();
                    pieces = 1;
                    limit = longest;
                }
                window.add(sentence);
                pieces += sentence.pieces().length;
            }
            add(window, windows);
        }
        return windows;
    }

    private static void add(List<PiecedSentence> window, List<Window> windows) {
        if (window.stream().anyMatch(sentence -> sentence.weight() > 0)) {
            windows.add(new Window(window, 0, window.size()));
        }
    }

    private static List<List<PiecedSentence>> nearLabels(List<PiecedSentence> article) {
        List<List<PiecedSentence>> parts = new ArrayList<>();
        List<PiecedSentence> part = new ArrayList<>();
        for (int i = 0; i < article.size(); i++) {
            boolean near = article.subList(Math.max(0, i - NEAR), Math.min(article.size(), i + NEAR + 1)).stream()
                    .anyMatch(sentence -> sentence.weight() > 0);
            if (near) {
                part.add(article.get(i));
            }
            if ((!near || i == article.size() - 1) && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        return parts;
    }

    /**
     * Windows that label each sentence of an article once, with as much as fits before and after it: each labels about a
     * third of what it holds, in its middle.
     */
    List<Window> toLabel(List<PiecedSentence> article) {
        List<Window> windows = new ArrayList<>();
        int done = 0;
        while (done < article.size()) {
            int end = done;
            int pieces = 1;
            while (end < article.size()
                    && (end == done || pieces + article.get(end).pieces().length <= longest / 3)) {
                pieces += article.get(end++).pieces().length;
            }
            int from = done;
            int to = end;
            boolean grown = true;
            while (grown) {
                grown = false;
                if (from > 0 && pieces + article.get(from - 1).pieces().length <= longest) {
                    pieces += article.get(--from).pieces().length;
                    grown = true;
                }
                if (to < article.size() && pieces + article.get(to).pieces().length <= longest) {
                    pieces += article.get(to++).pieces().length;
                    grown = true;
                }
            }
            // What reaches the end may as well be labelled to the end.
            end = to == article.size() && from < done ? Math.max(end, to) : end;
            windows.add(new Window(article.subList(from, to), done - from, end - from));
            done = end;
        }
        return windows;
    }

    private static int length(List<PiecedSentence> sentences) {
        return sentences.stream().mapToInt(s -> s.pieces().length).sum();
    }
}
