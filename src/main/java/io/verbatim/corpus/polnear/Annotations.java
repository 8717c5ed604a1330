package io.verbatim.corpus.polnear;

import java.util.List;

/**
 * What an annotator marked in a text.
 *
 * @param attributions in the order of the file
 * @param discarded pieces that are none of the article's text
 */
record Annotations(List<Attribution> attributions, List<Span> discarded) {
    Annotations {
        attributions = List.copyOf(attributions);
        discarded = List.copyOf(discarded);
    }
}
