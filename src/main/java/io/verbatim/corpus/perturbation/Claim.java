package io.verbatim.corpus.perturbation;

import io.verbatim.article.Sentence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that is plainly an attribution and a claim: {@code She said that the road was closed},
 * {@code The road was closed, she said}, {@code The road was closed, according to police}.
 *
 * @param attribution source and verb, {@code She said}; as it would stand before a colon
 * @param clause the claim, without full stop, as it stands in the sentence
 */
record Claim(String attribution, String clause) {

    private static final String SOURCE = "(?:[A-Z][\\p{L}'’.-]*|the|[a-z]+)(?: [\\p{L}'’.-]+){0,5}?";
    private static final String SAID = "(?:said|says|argued|claimed|warned|insisted|added|explained|stated)";
    private static final String DAY =
            "(?: on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)| yesterday)?";
    /** What a clause begins with. */
    private static final String CLAUSE_START = "(?:the|a|an|he|she|it|they|his|her|its|their|there|this|these|those"
            + "|no|more|some|many|most|all|both|nobody|two|three|four|five|six|[A-Z][a-z]+)";

    private static final Pattern BEFORE = Pattern.compile("(?<source>" + SOURCE + ") (?<verb>" + SAID + ")" + DAY
            + " (?<that>that )?(?<clause>(?<start>\\S+) .+)\\.");
    private static final Pattern BEHIND = Pattern.compile("(?<clause>[A-Z].+), (?:(?<source>" + SOURCE + ") (?<verb>"
            + SAID + ")|said (?<inverted>" + SOURCE + "))" + DAY + "\\.");
    private static final Pattern ACCORDING_BEFORE =
            Pattern.compile("According to (?<source>" + SOURCE + "), (?<clause>.+)\\.");
    private static final Pattern ACCORDING_BEHIND =
            Pattern.compile("(?<clause>[A-Z].+), according to (?<source>" + SOURCE + ")\\.");
    /** A second clause that depends on the attribution. */
    private static final Pattern LOOSE_END = Pattern.compile(".*\\b(?:and|but|or) that\\b.*|.*[?;:—–].*");

    /** The claim of a sentence, or empty where it has no such plain form. */
    static Optional<Claim> of(Sentence sentence) {
        if (!sentence.quotations().isEmpty()) {
            return Optional.empty();
        }
        String text = sentence.text();
        Matcher before = BEFORE.matcher(text);
        Matcher behind = BEHIND.matcher(text);
        Matcher accordingBefore = ACCORDING_BEFORE.matcher(text);
        Matcher accordingBehind = ACCORDING_BEHIND.matcher(text);
        Optional<Claim> claim = Optional.empty();
        if (accordingBefore.matches()) {
            claim = Optional.of(new Claim(said(accordingBefore.group("source")), accordingBefore.group("clause")));
        } else if (accordingBehind.matches()) {
            claim = Optional.of(new Claim(said(accordingBehind.group("source")), accordingBehind.group("clause")));
        } else if (behind.matches()) {
            String inverted = behind.group("inverted");
            String attribution =
                    inverted == null ? behind.group("source") + " " + behind.group("verb") : said(inverted);
            claim = Optional.of(new Claim(attribution, behind.group("clause")));
        } else if (before.matches()
                && (before.group("that") != null || before.group("start").matches(CLAUSE_START))) {
            claim = Optional.of(new Claim(before.group("source") + " " + before.group("verb"), before.group("clause")));
        }
        return claim.filter(c -> !LOOSE_END.matcher(c.clause).matches());
    }

    private static String said(String source) {
        return source + " said";
    }

    /** The claim alone. */
    String content() {
        return Capitals.first(clause) + ".";
    }

    /** The claim as the reporter would put it: {@code will} for the {@code would} of reported speech. */
    String asserted() {
        return content().replaceAll("\\bwould\\b", "will");
    }

    /** The claim in quotation marks with its attribution. */
    String quoted() {
        return Capitals.first(attribution) + ": “" + content() + "”";
    }
}
