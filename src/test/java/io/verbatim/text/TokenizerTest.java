package io.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    /** Each case is its own expectation: a bar parts tokens that no space parts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "They don't know it|.",
                "\u00AD",
                "\u00AD|. so",
                "They don’t know it|.",
                "The boys|' coats",
                "rock-'n'-roll",
                "rock |'|n|' roll",
                "a twenty-one-year-old",
                "O'Neill",
                "'|90s",
                "Mr. Lind and Dr. Reed",
                "the U.S. and U.N. left",
                "J. K. Lowther",
                "Ph.D. and p.m. and e.g. this",
                "Then I|.",
                "It cost $1,000 or €3.5|, up 12%|.",
                "$|x and 5 %",
                "at 10:30 on 1/2/2003",
                "and|/|or",
                "AT&T",
                "AT&amp;T",
                "x |&amp; y",
                "Let&#39;s and don&rsquo;t|.",
                "the boys|&#8217; caf&eacute;s",
                "&Aring;rdal |&ndash;| &Eacute;t&eacute;",
                "&pound;3.2bn or £3.2bn",
                "par\u00ADlia\u00ADment",
                "par\u200Blia\uFEFF\u2060ment|\u200C,",
                "&quot;|No|,|&quot; he said",
                "&#8220;|No|&#8221;",
                "&ldquo;|No|&rdquo;",
                "x |& y|; z",
                "“|No|,|” he said",
                "\"|No|,|\" he said",
                "'|No|,|' he said",
                "``|No|,|'' he said",
                "''|No|,|'' he said",
                "case|,|'|''",
                "‘‘|No|’’",
                "“|‘|No|’|”",
                "well |... no",
                "well|.... no",
                "well|… no",
                "well |-- no",
                "well|—|no",
                "what|?|!",
                "(|so|) [|so|]",
                "#tag and @name",
                "https://example.com/a?b=c|.",
                "see www.example.com|,",
                "anna@example.com",
                "end|.|The",
                "\uD83D\uDE00|\uD83D\uDE00",
                "\uD83D\uDC4D\uD83C\uDFFD ok",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 ok",
                "\uD83C\uDDEB\uD83C\uDDF7|\uD83C\uDDE9\uD83C\uDDEA",
                "\u2764\uFE0F",
                "cafe\u0301 café",
                "\uD835\uDC9C\uD835\uDC9E word",
                "naïve Ångström 東京",
                "***| note",
            })
    void should_cut_tokens(String expected) {
        // given
        String sentence = expected.replace("|", "");

        // when
        String tokens = Rendering.tokens(sentence);

        // then
        assertThat(tokens).isEqualTo(expected.replaceAll("\\|?[ \u200C]\\|?", "|"));
    }
}
