package io.verbatim.corpus;

import io.verbatim.article.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that two tables have in common, matched by article, order and text: within an article the longest common
 * subsequence of texts, white space aside (Hunt and Szymanski 1977).
 *
 * @param articles the pairs of each article that has any, in the first table's order
 * @param onlyInA sentences of the first table without a partner
 * @param onlyInB sentences of the second table without a partner
 */
record CommonSentences(List<List<LabelPair>> articles, int onlyInA, int onlyInB) {

    static CommonSentences of(Table a, Table b) {
        Map<String, AnnotatedArticle> byId =
                b.articles().stream().collect(Collectors.toMap(AnnotatedArticle::id, Function.identity()));
        List<List<LabelPair>> articles = new ArrayList<>();
        int matched = 0;
        for (AnnotatedArticle article : a.articles()) {
            AnnotatedArticle other = byId.get(article.id());
            List<LabelPair> pairs = other == null ? List.of() : pairs(article, other);
            if (!pairs.isEmpty()) {
                articles.add(pairs);
                matched += pairs.size();
            }
        }
        return new CommonSentences(articles, a.sentences() - matched, b.sentences() - matched);
    }

    private record Link(int a, int b, @Nullable Link before) {}

    private static List<LabelPair> pairs(AnnotatedArticle a, AnnotatedArticle b) {
        List<Sentence> sentences = a.article().sentences();
        List<LabelPair> pairs = new ArrayList<>();
        for (Link link = longest(texts(a), texts(b)); link != null; link = link.before()) {
            pairs.add(new LabelPair(
                    a.id(),
                    a.rows().get(link.a()),
                    sentences.get(link.a()).text(),
                    a.labels().get(link.a()),
                    b.labels().get(link.b())));
        }
        Collections.reverse(pairs);
        return pairs;
    }

    private static List<String> texts(AnnotatedArticle article) {
        return article.article().sentences().stream()
                .map(sentence -> sentence.text().strip().replaceAll("\\s+", " "))
                .toList();
    }

    /** The last link of the longest common subsequence. */
    private static @Nullable Link longest(List<String> a, List<String> b) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int j = b.size() - 1; j >= 0; j--) {
            places.computeIfAbsent(b.get(j), text -> new ArrayList<>()).add(j);
        }
        // ends[n] is the smallest place in b at which a common subsequence of n + 1 sentences ends.
        int[] ends = new int[Math.min(a.size(), b.size())];
        Link[] links = new Link[ends.length];
        int length = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int j : places.getOrDefault(a.get(i), List.of())) {
                int found = Arrays.binarySearch(ends, 0, length, j);
                if (found < 0) {
                    int n = -found - 1;
                    ends[n] = j;
                    links[n] = new Link(i, j, n == 0 ? null : links[n - 1]);
                    length = Math.max(length, n + 1);
                }
            }
        }
        return length == 0 ? null : links[length - 1];
    }
}
