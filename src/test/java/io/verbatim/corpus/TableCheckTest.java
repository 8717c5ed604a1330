package io.verbatim.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.article.Label;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCheckTest {

    @TempDir
    private Path folder;

    private Path table(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), TableOf.HEADER + String.join("\n", rows) + "\n");
    }

    private static CheckReport check(Path... tables) {
        return new TableCheck(new ArticleReader(), Unlabelled.REFUSE).check(List.of(tables));
    }

    private static List<String> found(CheckReport report) {
        return report.findings().stream()
                .map(f -> f.severity() + " " + f.kind() + " " + f.line())
                .toList();
    }

    @Test
    void should_find_nothing_in_a_clean_table() throws IOException {
        CheckReport report = check(table(
                "t.csv",
                "a,0,0,The ferry sank in the bay.,narrative",
                "a,2,1,\"“It was quick,” the captain said.\",direct",
                "b,0,0,Officials denied any delay.,paraphrase"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.errors()).isZero();
        assertThat(report.toText())
                .endsWith(
                        ": 2 articles, 3 sentences, direct 1 (33.3 %), paraphrase 1 (33.3 %), narrative 1 (33.3 %); 0 errors, 0 warnings\n");
    }

    @Test
    void should_name_all_bad_rows_and_go_on() throws IOException {
        CheckReport report = check(table(
                "t.csv",
                "a,0,0,The ferry sank.,maybe",
                "a,0,1,The crew swam.",
                "a,0,2,,narrative",
                "a,0,3,All were found.,",
                "b,0,0,The harbour closed.,direct",
                "a,0,4,Nobody was hurt.,narrative",
                ",0,0,The search ended.,narrative"));

        assertThat(found(report))
                .containsExactly(
                        "ERROR label 2",
                        "ERROR fields 3",
                        "ERROR blank 4",
                        "ERROR label 5",
                        "ERROR article 7",
                        "ERROR blank 8");
        assertThat(report.tables().get(0).labels()).containsEntry(Label.NARRATIVE, 3);
        assertThat(report.unreadable()).isFalse();
    }

    @Test
    void should_find_what_looks_wrong_in_texts() throws IOException {
        CheckReport report = check(table(
                "t.csv",
                "a,0,0, The ferry sank.,narrative",
                "a,0,1,Yes.,narrative",
                "a,0,2," + "word ".repeat(130) + "end.,narrative",
                "a,0,3,The cafÃ© closed.,narrative",
                "a,0,4,It was â€œoverâ€\u009d.,narrative",
                "a,0,5,The café in Zürich stayed open.,narrative"));

        assertThat(found(report))
                .containsExactly(
                        "WARNING white-space 2",
                        "WARNING short 3",
                        "WARNING long 4",
                        "WARNING mojibake 5",
                        "WARNING mojibake 6");
        assertThat(report.errors()).isZero();
    }

    @Test
    void should_find_rows_out_of_order() throws IOException {
        CheckReport report = check(table(
                "t.csv",
                "a,3,0,The ferry sank.,narrative",
                "a,1,1,The crew swam.,narrative",
                "a,1,0,The harbour closed.,narrative",
                "a,x,1,The search ended.,narrative",
                "b,0,0,The mill burned.,narrative"));

        assertThat(found(report)).containsExactly("ERROR order 3", "ERROR order 4", "ERROR order 5");
    }

    @Test
    void should_find_doubled_sentences_and_articles() throws IOException {
        Path one = table(
                "one.csv",
                "a,0,0,The old ferry sank in the northern bay.,narrative",
                "b,0,0,The old ferry sank in the Northern Bay!,narrative",
                "b,0,1,She said so.,narrative");
        Path two = table("two.csv", "b,0,0,She said so.,narrative");

        CheckReport report = check(one, two);

        assertThat(found(report)).containsExactly("WARNING sentence-twice 3", "WARNING article-twice 2");
        assertThat(report.findings().get(0).message()).contains("article \"a\" too (" + one + ":2)");
        assertThat(report.findings().get(1).message()).contains(one + ":3");
    }

    @Test
    void should_find_articles_with_a_single_label_and_with_an_unusual_mix() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int article = 0; article < 30; article++) {
            for (int sentence = 0; sentence < 20; sentence++) {
                boolean odd = article == 7 ? sentence > 0 : sentence % 4 == 0;
                String label = article == 3 || !odd ? "narrative" : "paraphrase";
                rows.add("a" + article + ",0," + sentence + ",Row " + article + " of " + sentence + "," + label);
            }
        }

        CheckReport report = check(table("t.csv", rows.toArray(String[]::new)));

        assertThat(report.findings())
                .extracting(Finding::message)
                .containsOnly(
                        "all 20 sentences of article \"a3\" are narrative",
                        "article \"a7\" is 95 % paraphrase, others 24 %",
                        "article \"a7\" is 5 % narrative, others 76 %");
    }

    @Test
    void should_tell_unreadable_tables_and_check_the_others() throws IOException {
        Path latin1 = Files.write(
                folder.resolve("l.csv"),
                (TableOf.HEADER + "a,0,0,Fine here.,narrative\na,0,1,Café closed.,narrative\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        Path missing = folder.resolve("none.csv");
        Path bad = table("bad.csv", "a,0,0,The ferry sank.,no");

        CheckReport report = check(latin1, missing, bad);

        assertThat(found(report)).containsExactly("ERROR unreadable 3", "ERROR unreadable 0", "ERROR label 2");
        assertThat(report.unreadable()).isTrue();
        assertThat(report.tables().get(2).unreadable()).isFalse();
    }

    @Test
    void should_bound_what_it_lists_and_still_count() throws IOException {
        String[] rows = new String[Findings.MOST + 5];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "a,0," + i + ",Row number " + i + ",no";
        }

        CheckReport report = check(table("t.csv", rows));

        assertThat(report.findings()).hasSize(Findings.MOST);
        assertThat(report.errors()).isEqualTo(Findings.MOST + 5);
        assertThat(report.toText()).contains("5 more findings");
    }

    @Test
    void should_report_as_json() throws IOException {
        CheckReport report = check(table("t.csv", "a,0,0,The ferry sank.,no"));

        var json = JSON.std.mapFrom(report.toJson());

        assertThat(json).containsEntry("errors", 1).containsEntry("unreadable", false);
        assertThat(json.get("tables")).asString().contains("kind=label", "line=2", "severity=error");
    }
}
