package io.verbatim.training.transformer;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.FeatureExtractor;
import io.verbatim.model.Vocabulary;
import io.verbatim.training.Teaching;
import java.util.ArrayList;
import java.util.List;

/** Turns articles into sentences as a transformer reads them. */
final class PieceReader {

    /** Pieces of a sentence at most; of a longer one the middle is left out. */
    private static final int LONGEST = 90;

    private static final int LAST = 32;

    private final WordPieces pieces;
    private final int start;
    private final int end;
    private final int paragraph;
    private final FeatureExtractor features = new FeatureExtractor(new Vocabulary(List.of(), 1));

    PieceReader(WordPieces pieces) {
        this.pieces = pieces;
        start = pieces.id("[CLS]");
        end = pieces.id("[SEP]");
        paragraph = pieces.id("[unused1]");
    }

    /** The piece that begins a window. */
    int start() {
        return start;
    }

    /** The sentences of an article without labels. */
    List<PiecedSentence> read(Article article) {
        List<EncodedSentence> encoded = features.encode(article);
        List<PiecedSentence> sentences = new ArrayList<>(encoded.size());
        for (Paragraph each : article.paragraphs()) {
            for (int i = 0; i < each.sentences().size(); i++) {
                sentences.add(new PiecedSentence(
                        pieces(each.sentences().get(i), i == 0),
                        encoded.get(sentences.size()).dense(),
                        new float[0],
                        0));
            }
        }
        return sentences;
    }

    /** The sentences of an article with what is learned of them. */
    List<PiecedSentence> read(AnnotatedArticle article, double weight, Teaching teaching) {
        List<PiecedSentence> plain = read(article.article());
        float[][] targets = teaching.targets(article);
        List<PiecedSentence> sentences = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            PiecedSentence sentence = plain.get(i);
            sentences.add(
                    article.labels().get(i).isEmpty()
                            ? sentence
                            : new PiecedSentence(sentence.pieces(), sentence.features(), targets[i], (float) weight));
        }
        return sentences;
    }

    private int[] pieces(Sentence sentence, boolean first) {
        List<Integer> all = pieces.of(sentence.text());
        List<Integer> read = new ArrayList<>();
        if (first) {
            read.add(paragraph);
        }
        read.addAll(all.subList(0, all.size() > LONGEST ? LONGEST - LAST : all.size()));
        if (all.size() > LONGEST) {
            read.addAll(all.subList(all.size() - LAST, all.size()));
        }
        read.add(end);
        return read.stream().mapToInt(i -> i).toArray();
    }
}
