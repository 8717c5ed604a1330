package io.verbatim.output;

import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Labelled articles as a table of predictions: {@code
 * article,paragraph,sentence,text,label,p_direct,p_paraphrase,p_narrative}, one row a sentence. Not for threads.
 */
public final class CsvOutput {

    private final CSVPrinter printer;

    /** A table written to {@code out}, its header at once. */
    public CsvOutput(Appendable out) throws IOException {
        printer = new CSVPrinter(
                out,
                CSVFormat.RFC4180
                        .builder()
                        .setRecordSeparator('\n')
                        .setHeader(
                                "article",
                                "paragraph",
                                "sentence",
                                "text",
                                "label",
                                "p_direct",
                                "p_paraphrase",
                                "p_narrative")
                        .get());
    }

    /** Writes the rows of an article, paragraphs and sentences counted from 0. */
    public void add(LabelledArticle article) throws IOException {
        for (LabelledSentence sentence : article.sentences()) {
            print(article.id(), String.valueOf(sentence.paragraph()), String.valueOf(sentence.position()), sentence);
        }
    }

    /** Writes the rows of an article that came as a table, with the numbers of its own rows. */
    public void add(LabelledArticle article, List<AnnotatedArticle.Row> rows) throws IOException {
        for (LabelledSentence sentence : article.sentences()) {
            AnnotatedArticle.Row row = rows.get(sentence.position());
            print(article.id(), row.paragraph(), row.sentence(), sentence);
        }
    }

    private void print(String article, String paragraph, String number, LabelledSentence sentence) throws IOException {
        add(article, paragraph, number, sentence.text(), sentence.label(), sentence.probabilities());
    }

    /** Writes one row. */
    public void add(
            String article,
            String paragraph,
            String number,
            String text,
            Optional<Label> label,
            Probabilities probabilities)
            throws IOException {
        printer.printRecord(
                article,
                paragraph,
                number,
                text,
                label.map(Label::id).orElse(""),
                JsonOutput.rounded(probabilities.direct()),
                JsonOutput.rounded(probabilities.paraphrase()),
                JsonOutput.rounded(probabilities.narrative()));
    }
}
