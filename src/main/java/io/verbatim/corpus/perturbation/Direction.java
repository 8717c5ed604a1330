package io.verbatim.corpus.perturbation;

import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Changes to one sentence that must move the probability of a label in a known direction. */
public enum Direction {
    /** Without "he said", a paraphrase is less of one. */
    ATTRIBUTION_REMOVED(
            Label.PARAPHRASE, Label.PARAPHRASE, false, s -> Claim.of(s).map(Claim::content)),
    /** A paraphrase in quotation marks is more of a direct quote. */
    CONTENT_QUOTED(Label.PARAPHRASE, Label.DIRECT, true, s -> Claim.of(s).map(Claim::quoted)),
    /** A claim that the reporter makes is more of a narrative. */
    REPORTERS_VOICE(Label.PARAPHRASE, Label.NARRATIVE, true, s -> Claim.of(s).map(Claim::asserted)),
    /** Without its marks, a direct quote is less of one. */
    MARKS_REMOVED(Label.DIRECT, Label.DIRECT, false, Unquoted::of);

    private final Label from;
    private final Label label;
    private final boolean rises;
    private final Function<Sentence, Optional<String>> edit;

    Direction(Label from, Label label, boolean rises, Function<Sentence, Optional<String>> edit) {
        this.from = from;
        this.label = label;
        this.rises = rises;
        this.edit = edit;
    }

    /** Its name in reports: {@code attribution-removed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The label whose probability must move. */
    public Label label() {
        return label;
    }

    /** Whether the probability must rise; otherwise it must fall. */
    public boolean rises() {
        return rises;
    }

    /** The sentences it changes are those of this label. */
    Label from() {
        return from;
    }

    /** The changed sentence, or empty where it can't be changed without leaving something odd. */
    Optional<String> edit(Sentence sentence) {
        return edit.apply(sentence);
    }
}
