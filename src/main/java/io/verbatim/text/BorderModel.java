package io.verbatim.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * OpenNLP's maximum entropy model of English sentence ends, asked about one place at a time. It sees the word that may
 * end a sentence and its two neighbours, no more, so it is given only these, cut where they are very long: its time for
 * a place doesn't depend on the text.
 *
 * <p>The model is immutable and shared; the generator of its features is not, so each thread needs its own instance.
 */
final class BorderModel {

    private static final String RESOURCE = "opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    /** The longest part of a word shown to the model on either side of the mark that may end the sentence. */
    private static final int LONGEST = 40;

    private final MaxentModel model;
    private final int split;
    private final SDContextGenerator contexts;
    private final StringBuilder window = new StringBuilder();

    private BorderModel(MaxentModel model, SDContextGenerator contexts) {
        this.model = model;
        this.split = model.getIndex(SentenceDetectorME.SPLIT);
        this.contexts = contexts;
    }

    /** Reads the model from the class path; what is returned makes instances of it, is cheap and safe for threads. */
    static Supplier<BorderModel> load() {
        // By the class loader, which sees the other jars on the module path too; a class sees its own module alone.
        try (InputStream in = BorderModel.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("OpenNLP's sentence model " + RESOURCE
                        + " is not on the class path; add org.apache.opennlp:opennlp-models-sentdetect-en:1.3.0");
            }
            SentenceModel sentences = new SentenceModel(in);
            MaxentModel model = sentences.getMaxentModel();
            return () -> new BorderModel(model, sentences.getFactory().getSDContextGenerator());
        } catch (IOException e) {
            throw new UncheckedIOException("OpenNLP's sentence model " + RESOURCE + " can't be read", e);
        }
    }

    /**
     * How probable a sentence ends with the word from {@code start} to {@code end}.
     *
     * @param previous where the word before begins, {@code start} where there is none
     * @param mark where the last full stop, question or exclamation mark of the word stands
     * @param next the start of the word after
     */
    double probability(Surface surface, int previous, int start, int mark, int end, int next) {
        window.setLength(0);
        append(surface, Math.max(previous, start - LONGEST), start);
        append(surface, Math.max(start, mark - LONGEST), mark);
        int position = window.length();
        append(surface, mark, Math.min(end, mark + LONGEST));
        window.append(' ');
        int limit = Math.min(surface.length(), next + LONGEST);
        int nextEnd = next;
        while (nextEnd < limit && !surface.isSpace(nextEnd)) {
            nextEnd++;
        }
        append(surface, next, nextEnd);
        window.append(' ');
        return model.eval(contexts.getContext(window, position))[split];
    }

    /** Appends with straight quotation marks, which the model was trained on. */
    private void append(Surface surface, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = surface.at(i);
            switch (c) {
                case Surface.FILL, Surface.VOID -> {}
                case '“', '”', '„', '‟', '«', '»' -> window.append('"');
                case '‘', '’', '‚', '‹', '›' -> window.append('\'');
                default -> window.append(c);
            }
        }
    }
}
