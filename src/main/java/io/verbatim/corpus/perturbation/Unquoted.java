package io.verbatim.corpus.perturbation;

import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import java.util.Optional;

/** Takes the marks from a quotation that stands whole in a sentence with words around it. */
final class Unquoted {

    private Unquoted() {}

    static Optional<String> of(Sentence sentence) {
        if (sentence.quotations().size() != 1) {
            return Optional.empty();
        }
        Quotation quotation = sentence.quotations().get(0);
        String text = sentence.text();
        String before = text.substring(0, quotation.start());
        String behind = text.substring(quotation.end());
        boolean whole = quotation.opens() && quotation.closes();
        boolean attributed =
                (before + behind).chars().filter(Character::isLetter).count() > 3;
        if (!whole || !attributed) {
            return Optional.empty();
        }
        return Optional.of(before.replaceFirst("\\p{Punct}{1,2}\\s*$|[“‘«„]\\s*$", "")
                + text.substring(quotation.start(), quotation.end())
                + behind.replaceFirst("^\\s*(?:''|’’|[\"'”’»“])", ""));
    }
}
