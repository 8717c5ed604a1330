package io.verbatim.model;

import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model of the released one's size with weights by chance, which knows the words of a table. */
public final class FullSize {

    private static final int WORDS = 16_000;
    private static final int BUCKETS = 1000;
    private static final double TEMPERATURE = 1.5;

    private FullSize() {}

    /** The model. */
    public static Model model(Table table) {
        Set<String> words = new LinkedHashSet<>();
        for (AnnotatedArticle article : table.articles()) {
            for (Sentence sentence : article.article().sentences()) {
                for (int i = 0; i < sentence.tokenCount() && words.size() < WORDS; i++) {
                    words.add(Vocabulary.normalise(sentence.token(i)));
                }
            }
        }
        words.remove("");
        for (char a = 'a'; words.size() < WORDS; a++) {
            for (int i = 0; i < 1 << 12 && words.size() < WORDS; i++) {
                words.add("" + a + (char) ('\u0430' + i % 16) + (char) ('\u0430' + i / 16 % 16)
                        + (char) ('\u0430' + i / 256));
            }
        }
        Architecture architecture = new Architecture(64, List.of(2, 3, 4, 5), 16, 48, 48, 2, 3);
        Vocabulary vocabulary = new Vocabulary(List.copyOf(words), BUCKETS);
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("name", "random"));
        fields.put("version", "1");
        return Model.of(
                fields, architecture, vocabulary, TEMPERATURE, List.of(Models.tensors(architecture, vocabulary, 1)));
    }
}
