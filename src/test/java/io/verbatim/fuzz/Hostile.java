package io.verbatim.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Inputs by chance such as nobody writes. Not safe for threads. */
final class Hostile {

    private static final List<String> PIECES = List.of(
            "“",
            "”",
            "\"",
            "'",
            "‘",
            "’",
            "„",
            "‟",
            "‚",
            "«",
            "»",
            "‹",
            "›",
            "``",
            "''",
            "`",
            "´",
            "\uFF02",
            "&quot;",
            "&#8220;",
            "&rdquo;",
            "&#x201c;",
            "&#0;",
            "&#99999999;",
            "&#xD800;",
            "&nbsp;",
            "&amp;",
            "&bogus;",
            "&",
            "&#",
            ";",
            " ",
            "  ",
            "\u00A0",
            "\u200B",
            "\u2009",
            "\uFEFF",
            "\u202E",
            "\u2066",
            "\u200F",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "\u000B",
            "\f",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u0000",
            "\u001B[31m",
            "\u009B",
            "\uFFFE",
            "\uFFFF",
            "\uFFFD",
            "\uD83D\uDE00",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uD83C\uDDEC\uD83C\uDDE7",
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC7F",
            "\uD800",
            "\uDC00",
            "\uDBFF",
            "e\u0301",
            "\u0301",
            "\u0489",
            "\u20E3",
            "\u05D0\u05D1",
            "\u0627\u0644",
            "\u0E01\u0E33",
            "\u4E2D\u6587",
            "\u1100\u1161",
            "\u0130",
            "\u00DF",
            "\uFB01",
            "\u01C5",
            "\uD835\uDD4F",
            "\u00AD",
            "\u2060",
            "٣",
            "½",
            "Ⅳ",
            ".",
            "..",
            "...",
            "…",
            "?",
            "!",
            "?!",
            ",",
            ":",
            "(",
            ")",
            "[",
            "]",
            "-",
            "–",
            "—",
            "--",
            "•",
            "* ",
            "1. ",
            "(2)",
            "$5",
            "5%",
            "#x",
            "@y",
            "a@b.example",
            "http://",
            "https://www.x.example/a?b=c&d",
            "www.",
            "<p>",
            "</p>",
            "=\"",
            "Mr.",
            "No. 5",
            "U.S.",
            "J. K.",
            "Ph.D.",
            "Inc.",
            "p.m.",
            "3.5",
            "1,000",
            "12:30",
            "5'11\"",
            "'tis",
            "'90s",
            "rock-'n'-roll",
            "boys'",
            "goin'",
            "AT&T",
            "don't",
            "The minister said",
            "she said.",
            ", she said. ",
            "he asked",
            "said",
            "told",
            "Ann",
            "Lind",
            "the",
            "He left. ",
            "“He left. ",
            "He left,” ",
            ".” The ",
            "?\" he asked");

    /** What readers of tables, JSON, brat and models look for. */
    private static final List<String> WORDS = List.of(
            ",",
            "\"",
            "\"\"",
            "\n",
            "\r",
            "\t",
            "{",
            "}",
            "[",
            "]",
            ":",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "1e999",
            "{\"id\":",
            "\"text\":",
            "article,paragraph,sentence,text,label\n",
            "direct",
            "Direct",
            "narrative",
            "T1\t",
            "E1\t",
            "T2\tCue 0 1\tx\n",
            "Content 0 5;7 9",
            "-1",
            "999999999",
            "2147483648",
            "\uFEFF",
            "\u001f\u008b",
            "VERBATIM",
            "\u0000\u0000\u0000\u0001",
            "\u007f\u00ff\u00ff\u00ff");

    private final Random random;

    Hostile(Random random) {
        this.random = random;
    }

    /** A text, up to some ten thousand code units. */
    String text() {
        StringBuilder text = new StringBuilder();
        switch (random.nextInt(6)) {
            case 0 -> appendUnits(text, random.nextInt(200));
            case 1 -> {
                String unit = pick(PIECES) + pick(PIECES) + (random.nextBoolean() ? pick(PIECES) : "");
                text.append(pick(PIECES))
                        .append(unit.repeat(1 + random.nextInt(3000)))
                        .append(pick(PIECES));
            }
            case 2 -> {
                for (int i = random.nextInt(60); i >= 0; i--) {
                    text.append(pick(PIECES).repeat(1 + random.nextInt(random.nextBoolean() ? 2 : 40)));
                }
            }
            case 3 -> {
                appendPieces(text, random.nextInt(60));
                appendUnits(text, random.nextInt(5));
                appendPieces(text, random.nextInt(60));
            }
            default -> appendPieces(text, random.nextInt(120));
        }
        return text.toString();
    }

    /** A short text without line ends, for a field. */
    String field() {
        StringBuilder text = new StringBuilder();
        appendPieces(text, random.nextInt(12));
        return text.toString();
    }

    /** Bytes that were good, with some of them changed, left out, doubled or put in. */
    byte[] mutated(byte[] good) {
        byte[] bytes = good;
        for (int i = 1 + random.nextInt(random.nextBoolean() ? 2 : 12); i > 0; i--) {
            bytes = mutatedOnce(bytes);
        }
        return bytes;
    }

    private byte[] mutatedOnce(byte[] bytes) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 100));
        return switch (random.nextInt(8)) {
            case 0, 1 -> {
                byte[] changed = bytes.clone();
                if (changed.length > 0) {
                    changed[at] ^= (byte) (1 << random.nextInt(8));
                }
                yield changed;
            }
            case 2 -> replaced(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 3 -> replaced(bytes, at, to, new byte[0]);
            case 4 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 5 -> replaced(bytes, at, at, pick(WORDS).getBytes(random.nextBoolean() ? UTF_8 : ISO_8859_1));
            case 6 ->
                replaced(bytes, at, random.nextBoolean() ? at : to, pick(PIECES).getBytes(UTF_8));
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : replaced(bytes, at, at, noise());
        };
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] result = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
        return result;
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    private void appendPieces(StringBuilder text, int count) {
        for (int i = 0; i < count; i++) {
            text.append(pick(PIECES));
            if (random.nextInt(3) == 0) {
                text.append(' ');
            }
        }
    }

    private void appendUnits(StringBuilder text, int count) {
        int range = random.nextBoolean() ? 0x10000 : 0x250;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(8) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append((char) random.nextInt(range));
            }
        }
    }

    String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
