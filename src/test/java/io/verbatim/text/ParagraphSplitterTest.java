package io.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParagraphSplitterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "one\\n\\ntwo > one¶two",
                "one\\ntwo > one¶two",
                "one\\r\\ntwo > one¶two",
                "one\\rtwo > one¶two",
                "one\\r\\n\\r\\ntwo\\r\\nthree > one¶two\\r\\nthree",
                "one\\r\\rtwo\\rthree > one¶two\\rthree",
                "one\\n\\ntwo\\nthree > one¶two\\nthree",
                "one\\n \\t \\ntwo\\nthree > one¶two\\nthree",
                "one\\n\\u00A0\\ntwo\\nthree > one¶two\\nthree",
                "one\\n\\u200B\\u2009\\ntwo\\nthree > one¶two\\nthree",
                "one\\n\\uFEFF\\ntwo\\nthree > one¶two\\nthree",
                "one\\u2028two > one¶two",
                "one\\u2029two > one¶two",
                "one\\u2028\\u2028two\\u2028three > one¶two\\u2028three",
                "one\\ftwo > one¶two",
                "one\\n\\ntwo\\nthree\\ffour > one¶two\\nthree¶four",
                "one\\n\\ntwo\\u2029three\\nfour > one¶two¶three\\nfour",
                "\\n\\n\\none\\ntwo\\n\\n\\n > one¶two",
                "\\u00A0\\uFEFFone\\u3000 > one",
                "one\\n\\n\\n\\n\\ntwo > one¶two",
            })
    void should_split_paragraphs(String escaped, String expected) {
        // given
        String text = unescape(escaped);

        // when
        Spans spans = ParagraphSplitter.split(text);

        // then
        assertThat(IntStream.range(0, spans.size())
                        .mapToObj(i -> text.substring(spans.start(i), spans.end(i)))
                        .collect(Collectors.joining("¶")))
                .isEqualTo(unescape(expected));
    }

    /** Java's escapes, also those of code units. */
    private static String unescape(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)))
                .translateEscapes();
    }
}
