package io.verbatim.evaluation;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wrongly labelled sentences with their context as the page's script reads them, the most confident ones first. */
final class ErrorList {

    /** How many sentences before and after a wrong one are shown. */
    private static final int CONTEXT = 2;

    private ErrorList() {}

    /** The sentences whose answer isn't their label, abstentions among them, in falling order of confidence. */
    static List<Scored> of(Evaluation evaluation) {
        return evaluation.sentences().stream()
                .filter(s -> s.predicted().filter(p -> p == s.gold()).isEmpty())
                .sorted(Comparator.comparingDouble(
                        s -> -s.probabilities().map(Probabilities::confidence).orElse(0.0)))
                .toList();
    }

    static String json(Evaluation evaluation) {
        List<Map<String, Object>> errors =
                of(evaluation).stream().map(ErrorList::error).toList();
        try {
            return JSON.std.asString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> error(Scored scored) {
        List<Sentence> sentences = scored.article().article().sentences();
        int from = Math.max(0, scored.index() - CONTEXT);
        int to = Math.min(sentences.size(), scored.index() + CONTEXT + 1);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("article", scored.article().id());
        error.put("line", scored.row().line());
        error.put("gold", scored.gold().id());
        error.put("predicted", scored.predicted().map(Label::id).orElse("abstained"));
        error.put(
                "probabilities",
                scored.probabilities()
                        .map(p -> Label.all().stream().map(p::of).toList())
                        .orElse(List.of()));
        List<String> context = new ArrayList<>();
        sentences.subList(from, to).forEach(s -> context.add(s.text()));
        error.put("sentences", context);
        error.put("at", scored.index() - from);
        return error;
    }
}
