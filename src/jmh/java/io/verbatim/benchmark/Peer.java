package io.verbatim.benchmark;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Apache OpenNLP's document categoriser, maximum entropy over words and bigrams in lower case, with the quotation state
 * that Verbatim sees as a word of its own. For one thread.
 */
final class Peer {

    private static final double WHOLE = 0.95;

    private final DocumentCategorizerME categorizer;
    private final SentenceDetectorME splitter;
    private final ArticleReader reader = new ArticleReader();

    private Peer(DoccatModel model, SentenceModel sentences) {
        categorizer = new DocumentCategorizerME(model);
        splitter = new SentenceDetectorME(sentences);
    }

    static Peer train(List<AnnotatedArticle> articles) throws IOException {
        List<DocumentSample> samples = new ArrayList<>();
        for (AnnotatedArticle article : articles) {
            List<Sentence> sentences = article.article().sentences();
            for (int i = 0; i < sentences.size(); i++) {
                if (article.labels().get(i).isPresent()) {
                    String label = article.labels().get(i).get().id();
                    samples.add(new DocumentSample(label, words(sentences.get(i))));
                }
            }
        }
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
        parameters.put("PrintMessages", false);
        DoccatFactory factory = new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator(), new NGramFeatureGenerator(2, 2)});
        DoccatModel model = DocumentCategorizerME.train(
                "en", ObjectStreamUtils.createObjectStream(samples), parameters, factory);
        try (InputStream in = Peer.class.getResourceAsStream("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")) {
            return new Peer(model, new SentenceModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels sentences already split. */
    List<double[]> label(List<List<String>> paragraphs) {
        return label(reader.readSentences("", paragraphs));
    }

    /** Splits a text with OpenNLP's splitter, paragraph by paragraph, and labels its sentences. */
    List<double[]> label(String text) {
        List<List<String>> paragraphs = new ArrayList<>();
        for (String paragraph : text.split("\n\n")) {
            paragraphs.add(List.of(splitter.sentDetect(paragraph)));
        }
        return label(paragraphs);
    }

    private List<double[]> label(Article article) {
        List<double[]> probabilities = new ArrayList<>();
        for (Paragraph paragraph : article.paragraphs()) {
            for (Sentence sentence : paragraph.sentences()) {
                probabilities.add(categorizer.categorize(words(sentence)));
            }
        }
        return probabilities;
    }

    static String[] words(Sentence sentence) {
        String[] words = new String[sentence.tokenCount() + 1];
        words[0] = "state=" + state(sentence);
        for (int i = 1; i < words.length; i++) {
            words[i] = sentence.token(i - 1).toLowerCase(Locale.ROOT);
        }
        return words;
    }

    private static String state(Sentence sentence) {
        int quoted = 0;
        boolean running = false;
        for (Quotation quotation : sentence.quotations()) {
            quoted += quotation.end() - quotation.start();
            running |= !quotation.opens() || !(quotation.closes() || quotation.unclosed());
        }
        String share = quoted == 0
                ? "none"
                : quoted > WHOLE * sentence.text().length() ? "whole" : 2 * quoted > sentence.text().length() ? "half" : "part";
        return running ? share + "-running" : share;
    }
}
