package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Other weekdays, months and years, all moved by the same distance through an article. */
final class Dates implements Rewording {

    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> SHORT_MONTHS = List.of("Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.");
    /** Months that are words or names too. */
    private static final Set<String> AMBIGUOUS = Set.of("May", "March", "April", "June", "August");
    /** What stands before a month. */
    private static final Set<String> BEFORE = Set.of(
            "in", "since", "until", "by", "last", "next", "of", "from", "to", "late", "early", "and", "In", "Since");

    private static final Pattern YEAR = Pattern.compile("19\\d\\d|20[0-3]\\d");
    private static final Pattern DAY = Pattern.compile("[1-3]?\\d");

    @Override
    public List<String> reword(Article article, SplittableRandom random) {
        int days = 1 + random.nextInt(DAYS.size() - 1);
        int months = 1 + random.nextInt(SHORT_MONTHS.size() - 1);
        int years = 1 + random.nextInt(9);
        return article.sentences().stream()
                .map(sentence -> reword(sentence, days, months, years))
                .toList();
    }

    /** Whether the token is a number of one or two figures beside a month. */
    static boolean isBesideMonth(Sentence sentence, int i) {
        return DAY.matcher(sentence.token(i)).matches()
                && (WordLists.MONTHS.contains(token(sentence, i - 1))
                        || WordLists.MONTHS.contains(token(sentence, i + 1)));
    }

    private static String reword(Sentence sentence, int days, int months, int years) {
        Edits edits = new Edits(sentence);
        for (int i = 0; i < sentence.tokenCount(); i++) {
            String bare = People.bare(sentence.token(i));
            String other = bare;
            if (DAYS.contains(bare)) {
                other = moved(DAYS, bare, days);
            } else if (SHORT_MONTHS.contains(bare)) {
                other = moved(SHORT_MONTHS, bare, months);
            } else if (MONTHS.contains(bare) && isMonth(sentence, i, bare)) {
                other = moved(MONTHS, bare, months);
            } else if (YEAR.matcher(bare).matches()) {
                other = String.valueOf(Integer.parseInt(bare) - years);
            }
            int start = sentence.tokenStart(i);
            edits.replace(start, start + bare.length(), other);
        }
        return edits.toString();
    }

    private static boolean isMonth(Sentence sentence, int i, String word) {
        return !AMBIGUOUS.contains(word)
                || BEFORE.contains(token(sentence, i - 1))
                || DAY.matcher(token(sentence, i - 1)).matches()
                || DAY.matcher(token(sentence, i + 1)).matches();
    }

    private static String moved(List<String> cycle, String word, int distance) {
        return cycle.get((cycle.indexOf(word) + distance) % cycle.size());
    }

    private static String token(Sentence sentence, int i) {
        return i >= 0 && i < sentence.tokenCount() ? sentence.token(i) : "";
    }
}
