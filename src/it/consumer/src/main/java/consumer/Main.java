package consumer;

import io.verbatim.Explanation;
import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.QuoteClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** A service that embeds Verbatim: labels from 16 threads and counts the jars that came with it. */
public final class Main {

    private static final int THREADS = 16;
    private static final int MOST_JARS = 8;
    private static final long MOST_BYTES = 12_000_000;
    private static final String TEXT = "The ferry will run again, the minister said.\n\n"
            + "\u201CIt is over,\u201D she told the islanders. \u201CWe will pay.\u201D\n\nRain fell on the harbour.";

    private Main() {}

    /** Takes the folder of the libraries and a model for a jar that holds none. */
    public static void main(String[] args) throws Exception {
        checkFootprint(Path.of(args[0]));
        QuoteClassifier classifier = QuoteClassifier.class.getResource("news.verbatim") == null
                ? QuoteClassifier.load(Path.of(args[1]))
                : QuoteClassifier.bundled();
        LabelledArticle alone = classifier.label("example/ferry", TEXT);
        check(alone.sentences().size() == 4, "four sentences, not " + alone.sentences().size());
        for (LabelledSentence sentence : alone.sentences()) {
            check(TEXT.substring(sentence.start(), sentence.end()).equals(sentence.text()), "offsets of " + sentence);
            check(sentence.label().isPresent(), "a label of " + sentence);
        }
        check(alone.sentences().get(1).quotations().size() == 1, "a quotation in the second sentence");
        labelFromManyThreads(classifier, alone);
        Explanation explanation = classifier.explain(alone, 1);
        check(Math.abs(explanation.sum() - (explanation.score() - explanation.baseline())) < 1e-4, "an exact sum");
        System.out.println("labelled in the module " + Main.class.getModule() + " with Java " + Runtime.version());
    }

    private static void labelFromManyThreads(QuoteClassifier classifier, LabelledArticle alone) throws Exception {
        Callable<Boolean> work = () -> {
            for (int i = 0; i < 500; i++) {
                LabelledArticle labelled = classifier.label("example/ferry", TEXT);
                for (int s = 0; s < labelled.sentences().size(); s++) {
                    if (!labelled.sentences().get(s).probabilities().equals(alone.sentences().get(s).probabilities())) {
                        return false;
                    }
                }
            }
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(work);
            }
            for (Future<Boolean> same : threads.invokeAll(all)) {
                check(same.get(), "the same probabilities from every thread");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The jars beside Verbatim's own: at most 8 of 12 MB. */
    private static void checkFootprint(Path libraries) throws IOException {
        try (Stream<Path> files = Files.list(libraries)) {
            List<Path> jars = files.filter(file -> !file.getFileName().toString().startsWith("verbatim-"))
                    .sorted()
                    .toList();
            long bytes = 0;
            for (Path jar : jars) {
                bytes += Files.size(jar);
            }
            System.out.println(jars.size() + " jars beside Verbatim's, " + bytes + " bytes");
            check(jars.size() <= MOST_JARS && bytes <= MOST_BYTES, "at most 8 jars and 12 MB, not " + jars);
        }
    }

    private static void check(boolean condition, String expected) {
        if (!condition) {
            throw new IllegalStateException("expected " + expected);
        }
    }
}
