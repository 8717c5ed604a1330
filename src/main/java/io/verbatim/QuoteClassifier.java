package io.verbatim;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Sentence;
import io.verbatim.model.Model;
import io.verbatim.model.ModelFormatException;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Labels every sentence of a news article as direct quote, paraphrased claim or reporter narrative.
 *
 * <p>Immutable, lock-free and safe to share between threads; load one and keep it. It never abstains unless
 * {@link #abstainingBelow} says so.
 *
 * <pre>{@code
 * QuoteClassifier classifier = QuoteClassifier.bundled();
 * for (LabelledSentence sentence : classifier.label(text).sentences()) {
 *     System.out.println(sentence.label().orElseThrow() + " " + sentence.text());
 * }
 * }</pre>
 */
public final class QuoteClassifier {

    private static final String BUNDLED = "news.verbatim";

    private final Model model;
    private final ArticleReader reader;
    private final double abstainBelow;
    private final LabelledArticle.ModelVersion version;

    private QuoteClassifier(Model model, ArticleReader reader, double abstainBelow) {
        this.model = model;
        this.reader = reader;
        this.abstainBelow = abstainBelow;
        this.version = new LabelledArticle.ModelVersion(
                model.manifest().name(), model.manifest().version());
    }

    /** A classifier with the model that comes with Verbatim, trained on English news. */
    public static QuoteClassifier bundled() {
        try (InputStream in = QuoteClassifier.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no model " + BUNDLED);
            }
            return load(BUNDLED, in);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled model", e);
        }
    }

    /**
     * A classifier with the model of a file.
     *
     * @throws ModelFormatException if the file is too old, too new or no whole model
     * @throws IOException if it can't be read
     */
    public static QuoteClassifier load(Path path) throws IOException {
        return of(Model.read(path));
    }

    /**
     * A classifier with the model of a stream, which is read to its end and left open.
     *
     * @param name what to call the model in messages
     * @throws ModelFormatException if the model is too old, too new or not whole
     * @throws IOException if it can't be read
     */
    public static QuoteClassifier load(String name, InputStream in) throws IOException {
        return of(Model.read(name, in));
    }

    /** A classifier with a model in memory. */
    public static QuoteClassifier of(Model model) {
        return new QuoteClassifier(model, new ArticleReader(), 0);
    }

    /**
     * A classifier like this one that gives no label where the most probable one is less probable than this.
     *
     * @param probability from 0, never to abstain, to 1
     */
    public QuoteClassifier abstainingBelow(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be from 0 to 1, not " + probability);
        }
        return new QuoteClassifier(model, reader, probability);
    }

    /** What the model says of itself: the fields of its manifest, as JSON has them. Can't be changed. */
    public Map<String, Object> manifest() {
        return model.manifest().fields();
    }

    /**
     * Labels a plain text: paragraphs at blank lines, or one a line where there are none.
     *
     * @param text any text; memory and time grow with its length, which is bounded by that of a string alone
     */
    public LabelledArticle label(String text) {
        return label("", text);
    }

    /** Labels a plain text under an id. */
    public LabelledArticle label(String id, String text) {
        return label(reader.read(id, text));
    }

    /**
     * Labels an article of sentences already split, paragraph by paragraph; each is kept as it is, and its offsets begin
     * at 0. Empty paragraphs are left out and not counted.
     */
    public LabelledArticle label(String id, List<List<String>> paragraphs) {
        return label(reader.readSentences(id, paragraphs));
    }

    /** Labels an article. */
    public LabelledArticle label(Article article) {
        double[][] probabilities = model.probabilities(article);
        List<LabelledSentence> labelled = new ArrayList<>(probabilities.length);
        int paragraph = 0;
        for (Paragraph each : article.paragraphs()) {
            for (Sentence sentence : each.sentences()) {
                int position = labelled.size();
                double[] p = probabilities[position];
                Probabilities own = new Probabilities(p[0], p[1], p[2]);
                Optional<Label> label = own.confidence() < abstainBelow ? Optional.empty() : Optional.of(own.best());
                labelled.add(new LabelledSentence(paragraph, position, sentence, label, own));
            }
            paragraph++;
        }
        return new LabelledArticle(article.id(), version, labelled);
    }

    /**
     * Explains a sentence's label: which words and features moved the log-odds of its most probable label, from those of
     * a blank sentence that stands alone to its own. See {@link Explanation}. Reads the whole
     * article again, so its cost grows with the article: some milliseconds for one of a newspaper's length.
     *
     * @param article what this classifier, or another one of the same model, made of an article
     * @param position the sentence's place in it, from 0
     * @throws IndexOutOfBoundsException if the article has no such sentence
     */
    public Explanation explain(LabelledArticle article, int position) {
        LabelledSentence sentence = article.sentences().get(position);
        return explain(article, position, sentence.probabilities().best());
    }

    /**
     * Explains how probable a label of a sentence is, in the way of {@link #explain(LabelledArticle, int)}.
     *
     * @param label the label to explain, not only the most probable one
     */
    public Explanation explain(LabelledArticle article, int position, Label label) {
        Sentence sentence = article.sentences().get(position).sentence();
        return Explanation.of(sentence, label, model.attribute(article.article(), position, label));
    }

    /**
     * Labels articles one after the other, as the result is read. A parallel stream labels several at once; their order
     * is kept.
     *
     * @param articles the articles; {@link ArticleReader} makes them of texts
     */
    public Stream<LabelledArticle> label(Stream<Article> articles) {
        return articles.map(this::label);
    }
}
