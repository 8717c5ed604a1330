package io.verbatim.cli;

import io.verbatim.article.Paragraph;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Articles to measure with, as sentences already split and as plain texts. */
record BenchArticles(List<List<List<String>>> split, List<String> raw) {

    private static final int ARTICLES = 60;
    private static final int PARAGRAPHS = 10;
    private static final List<String> WHO = List.of(
            "The minister", "A spokesman for the port", "Ms. Okafor", "The union's chairman", "Police", "Residents");
    private static final List<String> WHAT = List.of(
            "the ferry would run again on Monday",
            "the budget of 14.5 million had been spent",
            "nobody had asked the islanders",
            "three bridges were closed after the storm",
            "the court's decision would be appealed");
    private static final List<String> WHERE =
            List.of("in the capital", "on the northern coast", "at a news conference", "after the vote", "last week");

    /** Articles of a table. */
    static BenchArticles of(Path table) throws IOException {
        List<AnnotatedArticle> articles = new TableReader(new ArticleReader(), Unlabelled.KEEP)
                .read(table)
                .articles();
        if (articles.isEmpty()) {
            throw new InputException(table + ": no article; give a table with sentences");
        }
        return of(articles.stream()
                .map(article -> article.article().paragraphs().stream()
                        .map(Paragraph::sentences)
                        .map(sentences -> sentences.stream().map(Sentence::text).toList())
                        .toList())
                .toList());
    }

    /** Articles made of a few phrases, the same each time. */
    static BenchArticles madeUp() {
        SplittableRandom random = new SplittableRandom(1);
        List<List<List<String>>> split = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            List<List<String>> paragraphs = new ArrayList<>();
            for (int p = 0; p < PARAGRAPHS; p++) {
                paragraphs.add(List.of(
                        sentence("%s said %s, %s.", random),
                        sentence("\u201CWe know that %2$s,\u201D %1$s added %3$s.", random),
                        sentence("Rain fell %3$s, where %2$s.", random)));
            }
            split.add(paragraphs);
        }
        return of(split);
    }

    private static BenchArticles of(List<List<List<String>>> split) {
        return new BenchArticles(
                split,
                split.stream()
                        .map(paragraphs -> String.join(
                                "\n\n",
                                paragraphs.stream()
                                        .map(p -> String.join(" ", p))
                                        .toList()))
                        .toList());
    }

    private static String sentence(String pattern, SplittableRandom random) {
        return String.format(pattern, any(WHO, random), any(WHAT, random), any(WHERE, random));
    }

    private static String any(List<String> phrases, SplittableRandom random) {
        return phrases.get(random.nextInt(phrases.size()));
    }

    int size() {
        return split.size();
    }

    int sentences() {
        return split.stream().flatMap(List::stream).mapToInt(List::size).sum();
    }
}
