package io.verbatim.baseline;

import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import io.verbatim.evaluation.QuotationState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of a sentence's binary features: its words and bigrams, in quotation marks and outside them apart; its
 * first words; what of it and of its neighbours is quoted; verbs of saying around it; and where it stands.
 */
final class SentenceFeatures {

    private static final int FIRST_WORDS = 3;

    private SentenceFeatures() {}

    /** The features of every sentence of an article, in order. */
    static List<Set<String>> of(List<Sentence> sentences) {
        List<View> views = sentences.stream().map(View::of).toList();
        List<Set<String>> features = new ArrayList<>(sentences.size());
        for (int i = 0; i < views.size(); i++) {
            Set<String> set = new LinkedHashSet<>();
            words(views.get(i), set);
            state("", views.get(i), set);
            if (i > 0) {
                neighbour("before:", views.get(i - 1), set);
            } else {
                set.add("before:nothing");
            }
            if (i < views.size() - 1) {
                neighbour("after:", views.get(i + 1), set);
            } else {
                set.add("after:nothing");
            }
            set.add("place:" + Math.min(i, 4));
            features.add(set);
        }
        return features;
    }

    private static void words(View view, Set<String> set) {
        String before = "^";
        for (int i = 0; i < view.tokens.size(); i++) {
            String word = view.tokens.get(i);
            String side = view.quoted[i] ? "quoted:" : "word:";
            set.add(side + word);
            set.add((view.quoted[i] ? "quoted:" : "pair:") + before + " " + word);
            before = word;
        }
        set.add("pair:" + before + " $");
        for (int i = 0; i < Math.min(FIRST_WORDS, view.tokens.size()); i++) {
            set.add("first" + i + ":" + view.tokens.get(i));
        }
        set.add("length:" + Grouped.length(view.tokens.size()));
    }

    private static void state(String prefix, View view, Set<String> set) {
        set.add(prefix + "share:" + Grouped.share(view.share));
        set.add(prefix + "state:" + view.state);
        if (view.runsIn) {
            set.add(prefix + "runs in");
        }
        if (view.runsOn) {
            set.add(prefix + "runs on");
        }
        if (view.verb) {
            set.add(prefix + "verb outside:" + Grouped.share(view.share));
        }
    }

    private static void neighbour(String prefix, View view, Set<String> set) {
        state(prefix, view, set);
        for (int i = 0; i < view.tokens.size(); i++) {
            if (!view.quoted[i] && ReportingWords.isVerb(view.tokens.get(i))) {
                set.add(prefix + view.tokens.get(i));
            }
        }
    }

    /** Numbers as bands. */
    private static final class Grouped {

        static String length(int words) {
            return String.valueOf(words <= 3 ? words : words <= 8 ? 8 : words <= 15 ? 15 : words <= 30 ? 30 : 99);
        }

        static String share(double share) {
            return share == 0 ? "0" : share == 1 ? "1" : "." + (int) (share * 5);
        }
    }

    /**
     * A sentence as its features see it.
     *
     * <ul>
     *   <li>tokens: lower-cased, digits as 0
     *   <li>quoted: (tokens), which stand in quotation marks
     * </ul>
     */
    @SuppressWarnings("ArrayRecordComponent")
    record View(
            List<String> tokens,
            boolean[] quoted,
            double share,
            QuotationState state,
            boolean runsIn,
            boolean runsOn,
            boolean verb) {

        static View of(Sentence sentence) {
            int n = sentence.tokenCount();
            List<String> tokens = new ArrayList<>(n);
            boolean[] quoted = new boolean[n];
            boolean verb = false;
            for (int i = 0; i < n; i++) {
                tokens.add(sentence.token(i).toLowerCase(Locale.ROOT).replaceAll("\\d", "0"));
                quoted[i] = QuotationState.isQuoted(sentence, i);
                verb |= !quoted[i] && ReportingWords.isVerb(tokens.get(i));
            }
            List<Quotation> quotations = sentence.quotations();
            return new View(
                    List.copyOf(tokens),
                    quoted,
                    QuotationState.quotedShare(sentence),
                    QuotationState.of(sentence),
                    quotations.stream().anyMatch(q -> !q.opens()),
                    quotations.stream().anyMatch(q -> !q.closes()),
                    verb);
        }
    }
}
