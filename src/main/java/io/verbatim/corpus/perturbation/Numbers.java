package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other numbers, in figures and in words, the same through an article. Years, days of a month, ordinals, what may be a time of day and 1 stay.
 */
final class Numbers implements Rewording {

    private static final Pattern FIGURES = Pattern.compile("([$£€¥]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(%?)");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-4])\\.[0-5]\\d");
    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
    private static final List<String> SMALL = List.of("two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> LARGE =
            List.of("ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty");

    @Override
    public List<String> reword(Article article, SplittableRandom random) {
        Map<String, String> numbers = new HashMap<>();
        return article.sentences().stream()
                .map(sentence -> reword(sentence, numbers, random))
                .toList();
    }

    private static String reword(Sentence sentence, Map<String, String> numbers, SplittableRandom random) {
        Edits edits = new Edits(sentence);
        for (int i = 0; i < sentence.tokenCount(); i++) {
            if (!Dates.isBesideMonth(sentence, i)) {
                String other = numbers.computeIfAbsent(sentence.token(i), token -> other(token, random));
                edits.replace(sentence.tokenStart(i), sentence.tokenEnd(i), other);
            }
        }
        return edits.toString();
    }

    private static String other(String token, SplittableRandom random) {
        String lower = token.toLowerCase(Locale.ROOT);
        for (List<String> words : List.of(SMALL, LARGE)) {
            if (words.contains(lower)) {
                String word = words.get((words.indexOf(lower) + 1 + random.nextInt(words.size() - 1)) % words.size());
                return Character.isUpperCase(token.charAt(0)) ? Capitals.first(word) : word;
            }
        }
        Matcher matcher = FIGURES.matcher(token);
        if (!matcher.matches()
                || token.equals("1")
                || YEAR.matcher(token).matches()
                || TIME.matcher(token).matches()) {
            return token;
        }
        StringBuilder out = new StringBuilder(matcher.group(1));
        digits(matcher.group(2), out, random);
        if (matcher.group(3) != null) {
            digits(matcher.group(3), out, random);
        }
        return out.append(matcher.group(4)).toString();
    }

    private static void digits(String figures, StringBuilder out, SplittableRandom random) {
        for (int i = 0; i < figures.length(); i++) {
            char c = figures.charAt(i);
            out.append(Character.isDigit(c) ? (char) ('0' + (i == 0 ? 2 + random.nextInt(8) : random.nextInt(10))) : c);
        }
        if (figures.length() == 1 && random.nextBoolean()) {
            out.append((char) ('0' + random.nextInt(10)));
        }
    }
}
