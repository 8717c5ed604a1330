package io.verbatim.corpus.perturbation;

import io.verbatim.article.Sentence;

/** A sentence's text under changes, which are made from left to right. */
final class Edits {

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int done;

    Edits(Sentence sentence) {
        this.text = sentence.text();
    }

    /** Replaces the text from {@code start} to {@code end}, neither of them before the end of the last change. */
    void replace(int start, int end, String replacement) {
        out.append(text, done, start).append(replacement);
        done = end;
    }

    /** The text with all changes. */
    @Override
    public String toString() {
        return out + text.substring(done);
    }
}
