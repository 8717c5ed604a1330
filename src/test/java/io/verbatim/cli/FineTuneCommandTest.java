package io.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.training.transformer.TinyBert;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests {@link FineTuneCommand} with a small transformer, and that a network learns what it says. */
class FineTuneCommandTest {

    private static final String TABLE = """
            article,paragraph,sentence,text,label
            a/one,0,0,"“It is over,” the minister said.",direct
            a/one,0,1,The minister said it was over.,paraphrase
            a/one,1,2,Rain fell on the town.,narrative
            b/two,0,0,Snow fell on the hills.,narrative
            b/two,1,1,Officials warned that roads would close.,paraphrase
            """;

    @TempDir
    private Path folder;

    private Path encoder;
    private Path tokenizer;
    private Path train;
    private Path dev;
    private Path text;

    @BeforeEach
    void writeFiles() throws IOException {
        encoder = TinyBert.onnx(folder.resolve("tiny.onnx"));
        tokenizer = TinyBert.tokenizer(folder.resolve("tokenizer.json"));
        train = Files.writeString(folder.resolve("train.csv"), TABLE);
        dev = Files.writeString(
                folder.resolve("dev.csv"), TABLE.replace("a/one", "c/three").replace("b/two", "d/four"));
        text = Files.writeString(folder.resolve("text.txt"), "The mayor spoke. He said taxes would rise.\n");
    }

    @Test
    void should_write_what_a_network_then_learns() throws IOException {
        Path out = folder.resolve("teacher.csv.gz");
        Path again = folder.resolve("again.csv.gz");
        Path student = folder.resolve("student.verbatim");

        Run run = fineTune(out, "--unlabelled", text);
        fineTune(again, "--unlabelled", text);
        Run taught = run(
                "train",
                "--train",
                train,
                "--dev",
                dev,
                "--teacher",
                out,
                "--unlabelled",
                text,
                "--out",
                student,
                "--epochs",
                1,
                "--filters",
                2,
                "--vector-epochs",
                1);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("epoch 2/2").contains("dev macro-F1");
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(out));
        assertThat(taught.code()).as(taught.err()).isZero();
        Map<String, Object> manifest = JSON.std.mapFrom(run("info", student).out());
        assertThat(String.valueOf(manifest.get("teachers"))).contains("teacher.csv.gz");
    }

    @Test
    void should_learn_from_what_another_transformer_says() throws IOException {
        Path first = folder.resolve("first.csv.gz");
        Path second = folder.resolve("second.csv.gz");
        fineTune(first, "--seed", 1);

        Run run = fineTune(second, "--seed", 1, "--teacher", first, "--teacher-share", 1);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("teacher first.csv.gz: knows 2 of 2 articles");
        assertThat(Files.readAllBytes(second)).isNotEqualTo(Files.readAllBytes(first));
    }

    @Test
    void should_refuse_what_it_cannot_use_and_write_nothing() throws IOException {
        Path out = folder.resolve("teacher.csv");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "notes");

        assertRefused(fineTune(out, "--epochs", "0"), "epochs");
        assertRefused(fineTune(out, "--window", "500"), "128 pieces");
        assertRefused(fineTune(out, "--heads", "5"), "32 dimensions");
        assertRefused(fineTune(train), "would be lost");
        assertRefused(fineTune(out, "--teacher-share", "0.7"), "needs a --teacher");
        assertRefused(fineTune(out, "--teacher", "maxent", "--teacher-share", "1.5"), "from 0 to 1");
        assertRefused(fineTune(out, "--teacher", folder.resolve("nobody.csv")), "nobody.csv: no such file");
        encoder = folder;
        assertRefused(fineTune(out), "a folder");
        encoder = notes;
        assertRefused(fineTune(out), "notes.txt");
        encoder = folder.resolve("nowhere.onnx");
        assertRefused(fineTune(out), "nowhere.onnx");
        encoder = TinyBert.onnx(folder.resolve("tiny.onnx"));
        tokenizer = notes;
        assertRefused(fineTune(out), "notes.txt");
        String own = Files.readString(TinyBert.tokenizer(folder.resolve("tokenizer.json")));
        tokenizer = Files.writeString(folder.resolve("larger.json"), own.replace(":12}", ":12,\"more\":99}"));
        assertRefused(fineTune(out), "belongs to it");
        tokenizer = TinyBert.tokenizer(folder.resolve("tokenizer.json"));
        Files.writeString(dev, "article,paragraph,sentence,text,label\nc/three,0,0,Rain fell.,\n");
        assertRefused(fineTune(out, "--skip-unlabelled"), "no labelled sentence");
        assertThat(out).doesNotExist();
    }

    private static void assertRefused(Run run, String message) {
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    private Run fineTune(Path out, Object... further) {
        List<Object> arguments = new ArrayList<>(List.of("fine-tune", "--train", train, "--dev", dev, "--out", out));
        arguments.addAll(List.of("--encoder", encoder, "--tokenizer", tokenizer));
        if (!Arrays.asList(further).contains("--window")) {
            arguments.addAll(List.of("--window", 96));
        }
        if (!Arrays.asList(further).contains("--heads")) {
            arguments.addAll(List.of("--heads", 4));
        }
        arguments.addAll(Arrays.asList(further));
        return run(arguments.toArray());
    }

    private static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = command.execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private record Run(int code, String out, String err) {}
}
