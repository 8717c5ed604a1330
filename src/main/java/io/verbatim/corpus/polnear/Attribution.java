package io.verbatim.corpus.polnear;

import java.util.List;

/**
 * That a source says, or thinks, something.
 *
 * @param cue the words that introduce it, in lower case
 * @param content what is said; the pieces of one content
 */
record Attribution(String cue, List<Span> content) {
    Attribution {
        content = List.copyOf(content);
    }
}
