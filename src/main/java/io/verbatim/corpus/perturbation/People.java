package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The given names and surnames of an article's people. A run of capitalised words is a person where a title stands before
 * it, an age or a relative clause behind it, or a verb of saying beside it. What it misses stays as it is.
 *
 * @param firstNames the given names, in the order in which they come
 * @param lastNames the surnames, in the order in which they come
 */
record People(Set<String> firstNames, Set<String> lastNames) {

    private static final int LONGEST_NAME = 3;

    /** Words that many sentences begin with. */
    private static final Set<String> STARTERS = Set.of("""
            The A An In On At By For From To With But And Or So If When While After Before As Since Until He She It
            They We You His Her Its Their Our This That These Those There Here What Who Why How Not No Nor Yet Then
            Now Even Only Also One Two Three Some Many Most All Both Each Every Another Other Others Last Next
            Asked Speaking Police Officials Residents Witnesses Doctors Scientists Researchers Prosecutors Lawyers
            Critics Supporters Farmers Teachers Meanwhile However Instead Still Later Earlier Under Over Among""".split("\\s+"));

    static People of(Article article) {
        People people = new People(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (Sentence sentence : article.sentences()) {
            int i = 0;
            while (i < sentence.tokenCount()) {
                int end = runEnd(sentence, i);
                if (end > i) {
                    people.add(sentence, i, end);
                }
                i = Math.max(i + 1, end);
            }
        }
        return people;
    }

    boolean contains(String name) {
        return firstNames.contains(name) || lastNames.contains(name);
    }

    /** One past the last of the words from {@code start} on that may be a name's, with one space between each two. */
    static int runEnd(Sentence sentence, int start) {
        int end = start;
        while (end < sentence.tokenCount()
                && isName(bare(sentence.token(end)))
                && (end == start || sentence.tokenStart(end) == sentence.tokenEnd(end - 1) + 1)) {
            end++;
            if (!bare(sentence.token(end - 1)).equals(sentence.token(end - 1))) {
                return end;
            }
        }
        return end;
    }

    /** A word without a genitive's ending. */
    static String bare(String token) {
        return token.endsWith("'s") || token.endsWith("’s") ? token.substring(0, token.length() - 2) : token;
    }

    private static boolean isName(String word) {
        return word.length() > 1
                && Character.isUpperCase(word.charAt(0))
                && word.chars().anyMatch(Character::isLowerCase)
                && word.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'' || c == '’')
                && !WordLists.TITLES.contains(word)
                && !WordLists.MONTHS.contains(word)
                && !WordLists.DAYS.contains(word)
                && !WordLists.OF_ORGANISATIONS.contains(word);
    }

    private void add(Sentence sentence, int start, int end) {
        boolean titled = start > 0 && WordLists.TITLES.contains(sentence.token(start - 1));
        int length = end - start;
        boolean standsAlone = length == 1;
        if (length > LONGEST_NAME || (standsAlone && !titled) || !(titled || isPerson(sentence, start, end))) {
            return;
        }
        for (int i = start; i < end; i++) {
            (i == end - 1 ? lastNames : firstNames).add(bare(sentence.token(i)));
        }
    }

    private static boolean isPerson(Sentence sentence, int start, int end) {
        String before = token(sentence, start - 1);
        String after = token(sentence, end);
        boolean sourceOrAddressee = WordLists.SAID.contains(before) || WordLists.SAID.contains(after);
        String second = token(sentence, end + 1);
        boolean described = after.equals(",") && (second.matches("1?\\d\\d") || second.equals("who"));
        return (sourceOrAddressee || described) && !STARTERS.contains(sentence.token(start));
    }

    private static String token(Sentence sentence, int i) {
        return i >= 0 && i < sentence.tokenCount() ? sentence.token(i) : "";
    }
}
