package io.verbatim.evaluation;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Articles for tests. */
public final class Articles {

    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\d+|\\S");

    private Articles() {}

    /** A sentence with tokens by white space and punctuation, and the quotations between its curly marks. */
    public static Sentence sentence(String text) {
        List<Integer> offsets = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            offsets.add(matcher.start());
            offsets.add(matcher.end());
        }
        List<Quotation> quotations = new ArrayList<>();
        int from = 0;
        boolean opens = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '“') {
                from = i + 1;
                opens = true;
            } else if (text.charAt(i) == '”') {
                quotations.add(new Quotation(from, i, opens, true, false, Quotation.Mark.CURLY));
                opens = false;
            }
        }
        if (opens) {
            quotations.add(new Quotation(from, text.length(), true, false, false, Quotation.Mark.CURLY));
        }
        return new Sentence(text, 0, offsets.stream().mapToInt(o -> o).toArray(), quotations);
    }

    /** An article of one paragraph; its rows are numbered from {@code firstLine}, its sentences from 0. */
    public static AnnotatedArticle article(
            String id, long firstLine, List<String> texts, List<Optional<Label>> labels) {
        List<AnnotatedArticle.Row> rows = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            rows.add(new AnnotatedArticle.Row(firstLine + i, "0", String.valueOf(i), List.of("topic " + i % 2)));
        }
        List<Sentence> sentences = texts.stream().map(Articles::sentence).toList();
        return new AnnotatedArticle(new Article(id, List.of(new Paragraph(sentences))), labels, rows);
    }

    /** A table of articles with one further column {@code topic}. */
    static Table table(List<AnnotatedArticle> articles) {
        return new Table("gold.csv", "", List.of("topic"), articles);
    }

    /** An article whose answers have these probabilities, of which the first {@code gold.length} are its labels. */
    static ScoredArticle scored(String id, int[] gold, int[] predicted, double[][] probabilities) {
        List<String> texts = new ArrayList<>();
        List<Optional<Label>> labels = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < gold.length; i++) {
            texts.add("Sentence " + i + " of it.");
            labels.add(Optional.of(Label.all().get(gold[i])));
            Optional<Label> label = predicted[i] < 3 ? Optional.of(Label.all().get(predicted[i])) : Optional.empty();
            double[] p = probabilities[i];
            answers.add(new Answer(label, Optional.of(new Probabilities(p[0], p[1], p[2]))));
        }
        return new ScoredArticle(article(id, 2, texts, labels), answers);
    }

    /** Random articles of two publishers, each with an accuracy of its own around {@code accuracy}. */
    static List<ScoredArticle> random(int articles, int sentences, double accuracy, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ScoredArticle> all = new ArrayList<>();
        for (int a = 0; a < articles; a++) {
            double own = accuracy + (random.nextDouble() - 0.5) * 0.3;
            int[] gold = new int[sentences];
            int[] predicted = new int[sentences];
            double[][] p = new double[sentences][3];
            for (int i = 0; i < sentences; i++) {
                gold[i] = random.nextInt(3);
                predicted[i] = random.nextDouble() < own ? gold[i] : (gold[i] + 1 + random.nextInt(2)) % 3;
                double top = 0.5 + random.nextDouble() / 2;
                for (int k = 0; k < 3; k++) {
                    p[i][k] = k == predicted[i] ? top : (1 - top) / 2;
                }
            }
            all.add(scored((a % 2 == 0 ? "north/" : "south/") + a, gold, predicted, p));
        }
        return all;
    }
}
