package io.verbatim.benchmark;

import io.verbatim.QuoteClassifier;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.model.FullSize;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The articles of {@code data/train.csv} in turn, and the classifier that labels them. */
@State(Scope.Benchmark)
public class Inputs {

    /** A model file, {@code bundled}, or {@code random} for a model of the released one's size with weights by chance. */
    @Param("random")
    public String model = "random";

    /** The tables that the peer is trained on, separated by colons: those of the model, where they are at hand. */
    @Param("data/train.csv")
    public String tables = "data/train.csv";

    List<Sample> samples = List.of();
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    QuoteClassifier classifier;

    @SuppressWarnings("NullAway.Init")
    Peer peer;

    /** One article. */
    record Sample(List<List<String>> paragraphs, String text) {
        static Sample of(AnnotatedArticle article) {
            List<List<String>> paragraphs = article.article().paragraphs().stream()
                    .map(Paragraph::sentences)
                    .map(sentences -> sentences.stream().map(Sentence::text).toList())
                    .toList();
            return new Sample(
                    paragraphs,
                    String.join(
                            "\n\n",
                            paragraphs.stream().map(p -> String.join(" ", p)).toList()));
        }
    }

    /** Reads the table, trains the peer and loads the model. */
    @Setup(Level.Trial)
    public void read() throws IOException {
        Table train = new TableReader(new ArticleReader(), Unlabelled.REFUSE).read(Path.of("data/train.csv"));
        samples = train.articles().stream().map(Sample::of).toList();
        if (train.sentences() != Labelling.SENTENCES) {
            throw new IllegalStateException("the table has " + train.sentences() + " sentences, not "
                    + Labelling.SENTENCES + ", by which times are divided");
        }
        List<AnnotatedArticle> articles = new ArrayList<>();
        for (String table : tables.split(":")) {
            articles.addAll(new TableReader(new ArticleReader(), Unlabelled.SKIP)
                    .read(Path.of(table))
                    .articles());
        }
        peer = Peer.train(articles);
        classifier = switch (model) {
            case "bundled" -> QuoteClassifier.bundled();
            case "random" -> QuoteClassifier.of(FullSize.model(train));
            default -> QuoteClassifier.load(Path.of(model));
        };
    }
}
