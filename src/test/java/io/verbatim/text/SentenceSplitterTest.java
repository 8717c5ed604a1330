package io.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    /** Each case is its own expectation: a bar stands before each sentence but a paragraph's first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ferry sank. |Nobody drowned.",
                "The ferry sank! |Nobody drowned? |Nobody knew.",
                "The ferry sank at 3 p.m. before the storm.",
                "The ferry sank at 3 p.m. Tuesday off the coast.",
                "The ferry sank at 3 p.m. |The storm came later.",
                "It opens at 9 a.m. (0800 GMT) on Monday.",
                "Mr. Lind met Mrs. Cole and Dr. Reed.",
                "Gen. Hall, Sen. Cole, Rep. Diaz and Gov. Reed met Lt. Moss.",
                "The Rev. Paul Stone and Sgt. Anna Bell spoke.",
                "They met in St. Agnes. |The church was full.",
                "It was No. 2 on the list. |No. 3 was empty.",
                "The answer was no. |No one asked again.",
                "Cole vs. Reed was heard in court.",
                "Lind & Sons Inc. makes boats. |It is old.",
                "He works for Lind & Sons Inc. |The firm makes boats.",
                "He works for Lind Ltd. (LIND) as a clerk.",
                "J. K. Lowther wrote it. |S. Moss read it.",
                "Anna B. Cole and Paul D. Reed signed.",
                "The U.S. Senate met. |The U.N. did not.",
                "He lives in the U.S. |The others left.",
                "He lives in the U.S. and works in the U.K. for a bank.",
                "It was on Jan. 4 and again on Dec. 6 that year.",
                "He came from Austin, Tex. with a dog.",
                "Lind Jr. and Cole Sr. were there.",
                "It cost $3.5 million. |That is 4.2 percent more.",
                "The file is at example.com today. |Look there.",
                "Use e.g. a spoon, i.e. a small one.",
                "Boats, nets, ropes, etc. were lost.",
                // Ellipses.
                "It was ... well, strange.",
                "It was… well, strange.",
                "It was strange ... |Then it stopped.",
                "It was strange… |Then it stopped.",
                // Quotations.
                "\"Is it over?\" she asked.",
                "“Is it over?” she asked. |Nobody spoke.",
                "“Why?” asked the man.",
                "\"Stop!\" Dr Lind shouted.",
                "\"Stop!\" the old man shouted.",
                "“Stop!” Mr. Lind shouted at the boys. |They stopped.",
                "“Is it over?” |The room was silent.",
                "“Is it over?” |The mayor said that the vote would go on.",
                "“Is it over?” |“No.”",
                "‘Is it over?’ she asked.",
                "&quot;Is it over?&quot; she asked.",
                "‘‘Is it over?’’ she asked.",
                "``Is it over?'' she asked.",
                "«Is it over?» she asked.",
                "“But we say one thing. |We have never sold a boat.”",
                "“We have sold it.” |The mayor left.",
                "\"We have sold it.\" |She left.",
                "'Was it sold?' |He left.",
                "He called it a \"gift\". |She left.",
                "He called it “a gift”. |She left.",
                "&ldquo;We have sold it.&rdquo; |The mayor left.",
                "We have sold it.&#8221; |The mayor left.",
                "“ We have sold it. ” |The mayor left.",
                "\" We have sold it. \" |The mayor left.",
                "“We have sold it...” |The mayor left.",
                "“We have sold it,” he said. |“It was old.”",
                "(We have sold it.) |The mayor left.",
                "We have sold it (the boat). |The mayor left.",
                "[We have sold it.] |The mayor left.",
                "He asked “Who?” and left.",
                "He asked (why?) and left.",
                // Lines without a stop.
                "Mayor: boat tax will rise¶PORT ALMA, May 3 (Agency) — The mayor spoke.¶By Anna Reed",
                "First we swim. |iPads were sold.",
                "It was sold. |2004 was a bad year.",
                "1. The first thing is this.",
                "The ferry sank.\u00A0|Nobody drowned.",
                "The ferry sank.\u2003|Nobody drowned.",
                "The ferry sank.\u200B |Nobody drowned.",
                "no stop at all",
                "...",
                "?!",
            })
    void should_split_sentences(String expected) {
        // given
        String text = Rendering.text(expected);

        // when
        String sentences = Rendering.sentences(Rendering.READER.read("case", text));

        // then
        assertThat(sentences).isEqualTo(expected.replaceAll("[\\s\u00A0\u200B\u2003]+\\|", "|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bring these:\n- a boat\n- a net\n- a rope",
                "Bring these:\n• a boat\n• a net\n• a rope",
                "Bring these:\n1. a boat\n2. a net\n3) a rope",
            })
    void should_take_each_bullet_as_a_sentence(String list) {
        // given
        String text = list + "\n\nThe end.";

        // when
        String sentences = Rendering.sentences(Rendering.READER.read("case", text));

        // then
        assertThat(sentences).isEqualTo(list.replace('\n', '|') + "¶The end.");
    }
}
