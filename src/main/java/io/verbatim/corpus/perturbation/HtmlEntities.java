package io.verbatim.corpus.perturbation;

import io.verbatim.article.Sentence;
import java.util.Map;
import java.util.SplittableRandom;

/** Marks, dashes, apostrophes, symbols and letters beyond ASCII as HTML character references. */
final class HtmlEntities implements Rewording.OfSentence {

    private static final Map<Character, String> NAMES = Map.ofEntries(
            Map.entry('"', "quot"),
            Map.entry('“', "ldquo"),
            Map.entry('”', "rdquo"),
            Map.entry('‘', "lsquo"),
            Map.entry('’', "rsquo"),
            Map.entry('«', "laquo"),
            Map.entry('»', "raquo"),
            Map.entry('&', "amp"),
            Map.entry('<', "lt"),
            Map.entry('>', "gt"),
            Map.entry('–', "ndash"),
            Map.entry('—', "mdash"),
            Map.entry('…', "hellip"),
            Map.entry('£', "pound"),
            Map.entry('€', "euro"),
            Map.entry('é', "eacute"));

    @Override
    public String reword(Sentence sentence, SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        sentence.text().codePoints().forEach(c -> {
            String name = c <= Character.MAX_VALUE ? NAMES.get((char) c) : null;
            if (name != null) {
                out.append('&').append(name).append(';');
            } else if (c == '\'' || c >= 0x80) {
                out.append("&#").append(c).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
