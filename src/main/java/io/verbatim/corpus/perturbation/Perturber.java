package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.text.ArticleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Applies changes to articles. The same article, change and seed give the same result. Immutable and safe for threads. */
public final class Perturber {

    private final ArticleReader reader = new ArticleReader();
    private final Pool pool;

    /** A perturber with made-up names from a pool. */
    public Perturber(Pool pool) {
        this.pool = pool;
    }

    /** The article with its sentences changed; each stays one sentence. */
    public Variation sentences(Invariance invariance, Article article, long seed) {
        List<String> texts = invariance.reword(article, pool, random(article, seed));
        return variation(article, texts);
    }

    /**
     * The article as plain text, read before and after the change. A sentence of it must begin and end where it did.
     */
    public Variation text(Invariance invariance, Article article, long seed) {
        Article before = reader.read(article.id(), plain(article));
        List<String> texts = invariance.reword(before, pool, random(article, seed));
        StringBuilder text = new StringBuilder();
        List<int[]> spans = new ArrayList<>();
        for (Paragraph paragraph : before.paragraphs()) {
            for (int i = 0; i < paragraph.sentences().size(); i++) {
                if (!spans.isEmpty()) {
                    text.append(invariance.separator(i == 0));
                }
                int start = text.length();
                text.append(texts.get(spans.size()));
                spans.add(new int[] {start, text.length()});
            }
        }
        Article after = reader.read(article.id(), text.toString());
        List<Variation.Pair> pairs = new ArrayList<>();
        boolean all = invariance == Invariance.WINDOWS_LINE_ENDS;
        for (int i = 0; i < spans.size(); i++) {
            if (all || !texts.get(i).equals(before.sentences().get(i).text())) {
                pairs.add(new Variation.Pair(i, at(spans.get(i), after.sentences())));
            }
        }
        return new Variation(before, after, pairs);
    }

    /** The article once for each sentence that the change can be made to, with that sentence changed. */
    public List<Variation> edits(Direction direction, AnnotatedArticle article) {
        List<Variation> variations = new ArrayList<>();
        List<Sentence> sentences = article.article().sentences();
        for (int i = 0; i < sentences.size(); i++) {
            if (article.labels().get(i).equals(Optional.of(direction.from()))) {
                int place = i;
                direction.edit(sentences.get(i)).ifPresent(edited -> {
                    List<String> texts = new ArrayList<>(
                            sentences.stream().map(Sentence::text).toList());
                    texts.set(place, edited);
                    variations.add(variation(article.article(), texts));
                });
            }
        }
        return variations;
    }

    private Variation variation(Article article, List<String> texts) {
        List<List<String>> paragraphs = new ArrayList<>();
        List<Variation.Pair> pairs = new ArrayList<>();
        int place = 0;
        for (Paragraph paragraph : article.paragraphs()) {
            List<String> changed = new ArrayList<>();
            for (Sentence sentence : paragraph.sentences()) {
                changed.add(texts.get(place));
                if (!texts.get(place).equals(sentence.text())) {
                    pairs.add(new Variation.Pair(place, OptionalInt.of(place)));
                }
                place++;
            }
            paragraphs.add(changed);
        }
        return new Variation(article, reader.readSentences(article.id(), paragraphs), pairs);
    }

    private static String plain(Article article) {
        StringBuilder text = new StringBuilder();
        for (Paragraph paragraph : article.paragraphs()) {
            text.append(text.length() == 0 ? "" : "\n\n");
            text.append(String.join(
                    " ", paragraph.sentences().stream().map(Sentence::text).toList()));
        }
        return text.toString();
    }

    private static OptionalInt at(int[] span, List<Sentence> sentences) {
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).start() == span[0] && sentences.get(i).end() == span[1]) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static SplittableRandom random(Article article, long seed) {
        return new SplittableRandom(seed * 31 + article.id().hashCode());
    }
}
