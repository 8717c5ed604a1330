package io.verbatim.text;

import java.util.Set;

/** Verbs that attribute a quotation beside it, in the forms in which news writes them. */
final class SayingVerbs {

    private static final Set<String> FORMS = Set.of("""
            said says say saying asked asks asking told tells added adds replied replies answered answers
            shouted shouts cried cries yelled yells screamed screams wrote writes wondered wonders demanded
            demands exclaimed exclaims tweeted tweets posted joked jokes quipped quips called chanted chants
            pressed whispered whispers explained explains insisted insists continued continues recalled recalls
            remarked noted notes argued argues declared declares responded responds muttered sang roared snapped
            retorted inquired enquired thundered begged pleaded urged warned warns mused barked laughed
            commented concluded stated states announced announces reads read screeched bellowed sighed countered
            interjected reported""".split("\\s+"));

    private SayingVerbs() {}

    static boolean contains(String lowerCase) {
        return FORMS.contains(lowerCase);
    }
}
