package io.verbatim.text;

import java.util.Set;

/** English abbreviations that end in a full stop, without it and in lower case, by what follows them in a sentence. */
final class Abbreviations {

    /** Before a name or another word: a sentence never ends with one. */
    static final Set<String> BEFORE_NAME = Set.of("""
            mr mrs ms mx dr drs prof gen sen rep gov lt col sgt capt rev hon pres maj adm cmdr cdr supt det fr
            messrs mme mlle msgr sens reps gens govs cpl pvt insp atty amb asst assoc dep brig spc pfc st ste mt
            ft vs v cf viz approx ca eg ie e.g i.e al-sgt lt-gen lt-col maj-gen brig-gen vice-adm sr-lt ald
            treas sec-gen hrh""".split("\\s+"));

    /** Before a number; elsewhere an ordinary word may look the same. */
    static final Set<String> BEFORE_NUMBER = Set.of("""
            no nos art sec fig figs vol vols pp p ch para par op nr""".split("\\s+"));

    /** Months and days, before a number, or at an end. */
    static final Set<String> DATES = Set.of("""
            jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri""".split("\\s+"));

    /** Within a name or behind it, so that a sentence may end with one. */
    static final Set<String> WITHIN_NAME = Set.of("""
            inc corp co cos ltd bros llc plc jr sr esq ph.d phd ave blvd rd hwy dept univ intl assn etc calif
            fla mass conn pa va ill wis minn tenn ariz colo ga ky la md mich mo okla ore tex vt ala ark del ind
            kan miss mont neb nev cal wyo p.m a.m pm am u.s u.n u.k e.u d.c n.y n.j n.c s.c n.d s.d n.h n.m w.va
            l.a u.s.a al est""".split("\\s+"));

    private Abbreviations() {}

    /** Whether a full stop belongs to this word rather than to the sentence alone. */
    static boolean contains(String lowerCase) {
        return BEFORE_NAME.contains(lowerCase) || DATES.contains(lowerCase) || WITHIN_NAME.contains(lowerCase);
    }
}
