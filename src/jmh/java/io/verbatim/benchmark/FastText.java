package io.verbatim.benchmark;

import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.text.ArticleReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The program {@code fasttext}, where it is installed (Joulin et al. 2017, "Bag of Tricks for Efficient Text
 * Classification"): the same words and bigrams as the other peer's, given to a process that lives on and answers line by
 * line. Its time is counted by {@link CpuTime}, with that of making its words here. For one thread.
 */
@State(Scope.Thread)
public class FastText {

    private final ArticleReader reader = new ArticleReader();

    @SuppressWarnings("NullAway.Init") // JMH calls train first
    private Process process;

    @SuppressWarnings("NullAway.Init")
    private BufferedWriter in;

    @SuppressWarnings("NullAway.Init")
    private BufferedReader out;

    /** Trains it on the other peer's tables and starts it. */
    @Setup(Level.Trial)
    public void train(Inputs inputs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("fasttext");
        try {
            Path lines = folder.resolve("train.txt");
            try (BufferedWriter writer = Files.newBufferedWriter(lines)) {
                for (String table : inputs.tables.split(":")) {
                    write(new TableReader(reader, Unlabelled.SKIP).read(Path.of(table)), writer);
                }
            }
            Path model = folder.resolve("model");
            List<String> command = List.of(
                    "fasttext", "supervised", "-input", lines.toString(), "-output", model.toString(),
                    "-wordNgrams", "2", "-minCount", "2", "-dim", "50", "-epoch", "10", "-lr", "0.5",
                    "-thread", "1", "-verbose", "0");
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("fasttext could not be trained");
            }
            process = new ProcessBuilder("fasttext", "predict-prob", model + ".bin", "-", "3")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            in = process.outputWriter(StandardCharsets.UTF_8);
            out = process.inputReader(StandardCharsets.UTF_8);
            label(List.of(List.of("The model is read before this is answered.")));
        } finally {
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void write(Table table, BufferedWriter writer) throws IOException {
        for (AnnotatedArticle article : table.articles()) {
            List<Sentence> sentences = article.article().sentences();
            for (int i = 0; i < sentences.size(); i++) {
                if (article.labels().get(i).isPresent()) {
                    writer.write("__label__" + article.labels().get(i).get().id() + " " + line(sentences.get(i)));
                }
            }
        }
    }

    private static String line(Sentence sentence) {
        return String.join(" ", Peer.words(sentence)) + "\n";
    }

    /** Labels sentences already split: for each a line of labels and probabilities. */
    List<String> label(List<List<String>> paragraphs) throws IOException {
        List<Sentence> sentences = reader.readSentences("", paragraphs).sentences();
        for (Sentence sentence : sentences) {
            in.write(line(sentence));
        }
        in.flush();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            String answer = out.readLine();
            if (answer == null) {
                throw new IOException("fasttext ended");
            }
            answers.add(answer);
        }
        return answers;
    }

    /** Ends it. */
    @TearDown(Level.Trial)
    public void end() {
        process.destroy();
    }
}
