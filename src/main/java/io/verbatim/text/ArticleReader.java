package io.verbatim.text;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Makes an {@link Article} of plain text or of sentences already split, with its sentences, tokens and quotations by the
 * rules of this package's description. Time and memory are linear in the text. Immutable and safe for threads.
 */
public final class ArticleReader {

    /** More tokens than nearly all sentences have. */
    private static final int ROOM = 80;

    private final Supplier<BorderModel> models;

    /**
     * A reader with OpenNLP's English sentence model from the class path.
     *
     * @throws IllegalStateException if the model is not on the class path
     * @throws java.io.UncheckedIOException if it can't be read
     */
    public ArticleReader() {
        models = BorderModel.load();
    }

    /**
     * The article of a plain text; its sentences' spans and the white space between them give the text back.
     *
     * @param id the article's id, {@code publisher/name} or any name
     * @param text the text, paragraphs parted by blank lines or, where there are none, by line ends
     */
    public Article read(String id, String text) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Spans spans = ParagraphSplitter.split(text);
        List<Parts> parts = parts(tracked(text, spans));
        List<Paragraph> paragraphs = new ArrayList<>(spans.size());
        Spans room = new Spans(ROOM);
        for (int i = 0; i < spans.size(); i++) {
            Spans own = parts.get(i).sentences();
            List<Sentence> sentences = new ArrayList<>(own.size());
            for (int k = 0; k < own.size(); k++) {
                int start = spans.start(i) + own.start(k);
                int end = spans.start(i) + own.end(k);
                List<Quotation> quotations = parts.get(i).quotations().get(k);
                sentences.add(sentence(text.substring(start, end), start, quotations, room));
            }
            paragraphs.add(new Paragraph(sentences));
        }
        return new Article(id, paragraphs);
    }

    private List<TrackedParagraph> tracked(String text, Spans spans) {
        SentenceSplitter splitter = new SentenceSplitter(models.get());
        List<TrackedParagraph> tracked = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            Surface surface = Surface.of(text, spans.start(i), spans.end(i));
            tracked.add(new TrackedParagraph(surface, splitter.split(surface, text, spans.start(i))));
        }
        return tracked;
    }

    /** A paragraph's sentences and the parts of quotations in each, without the surface that they were found on. */
    private record Parts(Spans sentences, List<List<Quotation>> quotations) {}

    private static List<Parts> parts(List<TrackedParagraph> tracked) {
        List<List<QuotedSpan>> quoted = QuotationTracker.track(tracked);
        List<Parts> parts = new ArrayList<>(tracked.size());
        for (int i = 0; i < tracked.size(); i++) {
            SentenceParts own = new SentenceParts(tracked.get(i), quoted.get(i));
            Spans sentences = tracked.get(i).sentences();
            List<List<Quotation>> quotations = new ArrayList<>(sentences.size());
            for (int k = 0; k < sentences.size(); k++) {
                quotations.add(own.of(k));
            }
            parts.add(new Parts(sentences, quotations));
        }
        return parts;
    }

    /**
     * The article of sentences already split, paragraph by paragraph; each is kept as it is, and begins at 0.
     *
     * @param id the article's id, {@code publisher/name} or any name
     * @param paragraphs the sentences of each paragraph; a paragraph of none is left out
     */
    public Article readSentences(String id, List<List<String>> paragraphs) {
        Objects.requireNonNull(id, "id");
        List<List<String>> filled =
                paragraphs.stream().filter(p -> !p.isEmpty()).toList();
        List<Parts> parts = parts(filled.stream().map(ArticleReader::joined).toList());
        List<Paragraph> result = new ArrayList<>(filled.size());
        Spans room = new Spans(ROOM);
        for (int i = 0; i < filled.size(); i++) {
            List<Sentence> sentences = new ArrayList<>(filled.get(i).size());
            for (int k = 0; k < filled.get(i).size(); k++) {
                sentences.add(sentence(
                        filled.get(i).get(k), 0, parts.get(i).quotations().get(k), room));
            }
            result.add(new Paragraph(sentences));
        }
        return new Article(id, result);
    }

    /** A paragraph of sentences already split, as if a line end stood between each two. */
    private static TrackedParagraph joined(List<String> sentences) {
        Spans spans = new Spans(sentences.size());
        int start = 0;
        for (String sentence : sentences) {
            spans.add(start, start + sentence.length());
            start += sentence.length() + 1;
        }
        return new TrackedParagraph(Surface.ofLines(sentences), spans);
    }

    private static Sentence sentence(String text, int start, List<Quotation> quotations, Spans room) {
        return new Sentence(text, start, Tokenizer.tokens(text, room), quotations);
    }
}
