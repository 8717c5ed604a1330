package io.verbatim.corpus.perturbation;

import io.verbatim.article.Sentence;
import java.util.List;
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

    private static final String SOURCE = "[\\p{L}'’.-]+(?: [\\p{L}\\d'’.-]+){0,7}?";
    /** A source with an apposition or a relative clause. */
    private static final String LONG_SOURCE = SOURCE + "(?:, [^,]{3,80}(?:, [^,]{3,60})?,)?";

    private static final String SAID = "(?:said|says)";
    private static final String SAID_THAT =
            "(?:said|says|argued|argues|claimed|claims|warned|insisted|insists|added|explained"
                    + "|stated|announced|maintained|complained|conceded|noted|predicted|believes?|alleged|alleges|acknowledged|admitted|confirmed|testified|recalled|shows?|showed|found|finds"
                    + "|suggests?|suggested|concluded|estimates?|estimated|reported|fears?|thinks?|told(?: [\\p{L}'’.-]+){1,4}?)";
    private static final String WHEN =
            "(?: (?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)| yesterday| last (?:week|month))?";
    /** What a clause begins with that needs no {@code that} before it. */
    private static final String CLAUSE_START = "(?:the|a|an|he|she|it|they|his|her|its|their|there|this|these|those"
            + "|no|more|some|many|most|all|both|nobody|two|three|four|five|six|[A-Z][a-z]+|[a-z]+s (?:would|had|were|will|have|are|could|can|do))";

    private static final Pattern BEFORE = Pattern.compile("(?<attribution>" + LONG_SOURCE + " (?:" + SAID_THAT + WHEN
            + " that|" + SAID + WHEN + "(?= " + CLAUSE_START + " ))) (?<clause>.+)\\.");
    private static final Pattern BEHIND = Pattern.compile("(?<clause>[A-Z].+), (?:(?<attribution>" + SOURCE + " "
            + SAID_THAT + ")|said (?<inverted>" + SOURCE + "(?:, [^,]{3,80})?))" + WHEN + "\\.");
    private static final Pattern ACCORDING_BEFORE =
            Pattern.compile("According to (?<inverted>" + SOURCE + "), (?<clause>.+)\\.");
    private static final Pattern ACCORDING_BEHIND =
            Pattern.compile("(?<clause>[A-Z].+), according to (?<inverted>" + SOURCE + ")\\.");

    /** A verb that says that this is no source. */
    private static final Pattern NO_SOURCE = Pattern.compile(
            ".*\\b(?:is|was|are|were|has|had|have|would|will|could)\\b.*" + "|(?:he|she|it|they|there) .+ said");
    /** Another attribution, or a part that can't stand without this one. */
    private static final Pattern LOOSE_END = Pattern.compile(
            ".*\\b(?:said|says|saying|added|adding|told|concedes?|argued|claimed|according)\\b.*|.*[?;:—–].*");

    private static final Pattern SECOND_THAT = Pattern.compile("\\b(and|but|or) that\\b");

    /** The claim of a sentence, or empty where it has no such plain form. */
    static Optional<Claim> of(Sentence sentence) {
        if (!sentence.quotations().isEmpty()) {
            return Optional.empty();
        }
        for (Pattern form : List.of(ACCORDING_BEFORE, ACCORDING_BEHIND, BEHIND, BEFORE)) {
            Matcher matcher = form.matcher(sentence.text());
            if (matcher.matches()) {
                String clause = SECOND_THAT.matcher(matcher.group("clause")).replaceAll("$1");
                String attribution = attribution(form, matcher);
                boolean plain = !LOOSE_END.matcher(clause).matches()
                        && !NO_SOURCE
                                .matcher(attribution.replaceFirst(",.*,", ""))
                                .matches();
                return plain ? Optional.of(new Claim(attribution, clause)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String attribution(Pattern form, Matcher matcher) {
        String inverted = form == BEFORE ? null : matcher.group("inverted");
        return inverted == null
                ? matcher.group("attribution").replaceFirst(" that$", "")
                : inverted + (inverted.contains(",") ? ", said" : " said");
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
