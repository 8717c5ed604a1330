package io.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CorpusCommandsTest {

    private static final String HEADER = "article,paragraph,sentence,text,label\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] strings = new String[arguments.length];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = arguments[i].toString();
        }
        return commandLine.execute(strings);
    }

    private Path table(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + rows);
    }

    @Test
    void should_exit_0_1_or_2_by_what_a_check_finds() throws IOException {
        Path clean = table("clean.csv", "a,0,0,The pier closed.,narrative\n");
        Path bad = table("bad.csv", "b,0,0,The mill burned.,no\n");

        assertThat(run("check", clean)).isZero();
        assertThat(run("check", clean, bad)).isEqualTo(1);
        assertThat(run("check", bad, folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(out.toString()).contains(bad + ":2: error: unknown label \"no\"");
    }

    @Test
    void should_check_quietly_and_as_json() throws IOException {
        Path warned = table("t.csv", "a,0,0,Yes.,narrative\n");

        assertThat(run("check", "--quiet", warned)).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(run("check", "--format", "json", warned)).isZero();
        assertThat(JSON.std.mapFrom(out.toString())).containsEntry("warnings", 1);
    }

    @Test
    void should_accept_unlabelled_rows_in_a_check_when_asked() throws IOException {
        Path table = table("t.csv", "a,0,0,The pier closed.,\n");

        assertThat(run("check", table)).isEqualTo(1);
        assertThat(run("check", "--skip-unlabelled", table)).isZero();
    }

    @Test
    void should_make_a_table_of_a_collection_and_give_it_the_labels_of_a_reading() throws IOException {
        Path texts = Files.writeString(
                folder.resolve("texts.txt"), "The pier closed.\n\nThe mill burned. She said it would rain.\nIt did.\n");
        Path unread = folder.resolve("unread.csv");
        Path readings =
                Files.writeString(folder.resolve("readings.csv"), "sha256,label\n418e7cbde510c27d,paraphrase\n");
        Path read = folder.resolve("read.csv");

        assertThat(run("import", "collection", texts, "--out", unread)).isZero();
        assertThat(run("relabel", "--data", unread, "--readings", readings, "--only-read", "--out", read))
                .isZero();

        assertThat(unread)
                .hasContent(
                        HEADER + "texts/1,0,0,The pier closed.,\n"
                                + "texts/2,0,0,The mill burned.,\ntexts/2,0,1,She said it would rain.,\ntexts/2,1,2,It did.,\n");
        assertThat(read)
                .hasContent(HEADER + "texts/2,0,0,The mill burned.,\n"
                        + "texts/2,0,1,She said it would rain.,paraphrase\ntexts/2,1,2,It did.,\n");
        assertThat(run("relabel", "--data", unread, "--readings", readings, "--out", unread))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is the table that was read");
    }

    @Test
    void should_report_agreement_and_write_what_differs() throws IOException {
        Path a = table("a.csv", "x,0,0,The pier closed.,narrative\nx,0,1,She denied it.,paraphrase\n");
        Path b = table("b.csv", "x,0,0,The pier closed.,narrative\nx,0,1,She denied it.,narrative\n");
        Path differing = folder.resolve("differing.csv");

        assertThat(run("agreement", a, b, "--format", "json", "--seed", 3, "--out", differing))
                .isZero();

        assertThat(JSON.std.mapFrom(out.toString())).containsEntry("observed", 0.5);
        assertThat(differing)
                .hasContent("article,paragraph,sentence,text,label_a,label_b\n"
                        + "x,0,1,She denied it.,paraphrase,narrative\n");
    }

    @Test
    void should_refuse_tables_that_have_nothing_in_common() throws IOException {
        Path a = table("a.csv", "x,0,0,The pier closed.,narrative\n");
        Path b = table("b.csv", "y,0,0,The pier closed.,narrative\n");

        assertThat(run("agreement", a, b)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("verbatim: " + a)
                .contains("no sentence that both label")
                .hasLineCount(1);
    }

    @Test
    void should_split_a_table_into_three() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            rows.append("p/").append(i).append(",0,0,Row number ").append(i).append(",narrative\n");
        }
        Path table = table("all.csv", rows.toString());
        Path parts = folder.resolve("parts");

        assertThat(run("split", table, "--out", parts, "--dev", "0.1", "--test", "0.2", "--seed", "4"))
                .isZero();

        assertThat(Files.readAllLines(parts.resolve("train.csv"))).hasSize(15);
        assertThat(Files.readAllLines(parts.resolve("dev.csv"))).hasSize(3);
        assertThat(Files.readAllLines(parts.resolve("test.csv"))).hasSize(5);
        assertThat(err.toString()).contains("train.csv: 14 articles");
    }

    @Test
    void should_not_overwrite_the_table_it_splits() throws IOException {
        Path table = table("train.csv", "a,0,0,One.,direct\nb,0,0,Two.,direct\nc,0,0,Three.,direct\n");

        assertThat(run("split", table, "--out", folder)).isEqualTo(2);

        assertThat(err.toString()).contains("is the table to be split");
        assertThat(Files.readAllLines(table)).hasSize(4);
    }

    @Test
    void should_refuse_shares_and_tables_that_can_not_be_split() throws IOException {
        Path table = table("t.csv", "a,0,0,One.,direct\n");

        assertThat(run("split", table, "--out", folder.resolve("p"), "--dev", "0.9", "--test", "0.2"))
                .isEqualTo(2);
        assertThat(run("split", table, "--out", folder.resolve("p"))).isEqualTo(2);
        assertThat(err.toString()).contains("their sum below 1", "1 articles can't be split into 3 parts");
    }

    @Test
    void should_import_polnear() throws IOException {
        Files.createDirectories(folder.resolve("text"));
        Files.createDirectories(folder.resolve("attributions"));
        Files.writeString(folder.resolve("text/herald_pier.txt"), "She denied it.");
        Files.writeString(
                folder.resolve("attributions/herald_pier_x.ann"),
                "T1\tCue 4 10\tdenied\nT2\tContent 11 13\tit\nE1\tAttribution:T1 Cue:T1 Content:T2\n");

        assertThat(run("import", "polnear", folder, "--out", "-")).isZero();

        assertThat(out.toString()).isEqualTo(HEADER + "herald/pier,0,0,She denied it.,paraphrase\n");
        assertThat(err.toString()).isEqualTo("1 articles, 1 sentences" + System.lineSeparator());
    }

    @Test
    void should_ask_for_the_corpus_to_import() {
        assertThat(run("import")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing the name of a corpus", "polnear");
    }
}
