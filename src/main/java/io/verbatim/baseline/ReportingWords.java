package io.verbatim.baseline;

import java.util.Set;

/** English words that announce what somebody said. */
final class ReportingWords {

    /** Verbs that say so by themselves, in the forms that occur in news. */
    private static final Set<String> VERBS = Set.of(("say says said saying tell tells told telling "
                    + "add adds added adding announce announces announced announcing argue argues argued arguing "
                    + "claim claims claimed claiming explain explains explained explaining "
                    + "insist insists insisted insisting state states stated stating write writes wrote written "
                    + "warn warns warned warning deny denies denied denying admit admits admitted admitting "
                    + "acknowledge acknowledges acknowledged acknowledging concede concedes conceded conceding "
                    + "allege alleges alleged alleging accuse accuses accused accusing assert asserts asserted "
                    + "confirm confirms confirmed confirming predict predicts predicted predicting "
                    + "estimate estimates estimated estimating suggest suggests suggested suggesting "
                    + "believe believes believed believing expect expects expected think thinks thought "
                    + "conclude concludes concluded concluding note notes noted noting recall recalls recalled "
                    + "reply replies replied respond responds responded promise promises promised promising "
                    + "pledge pledges pledged pledging vow vows vowed vowing threaten threatens threatened "
                    + "urge urges urged urging demand demands demanded demanding ask asks asked asking "
                    + "call calls called calling describe describes described describing "
                    + "criticize criticizes criticized criticise criticises criticised blast blasts blasted "
                    + "praise praises praised praising condemn condemns condemned condemning "
                    + "complain complains complained complaining caution cautions cautioned "
                    + "testify testifies testified testifying tweet tweets tweeted tweeting "
                    + "report reports reported reporting reveal reveals revealed forecast forecasts contend contends "
                    + "contended maintain maintains maintained declare declares declared remark remarks remarked "
                    + "observe observes observed quip quips quipped joke jokes joked doubt doubts doubted "
                    + "speculate speculates speculated hint hints hinted blame blames blamed apologize apologized "
                    + "apologise apologised found finds shows showed indicate indicates indicated")
            .split(" "));

    /** Verbs after which nearly every sentence reports. */
    private static final Set<String> PLAIN =
            Set.of(("say says said told adds added argues argued claims claimed insists "
                            + "insisted warned warns denied denies accused acknowledged alleged alleges asserted contends contended "
                            + "conceded predicted testified tweeted explained urged vowed pledged promised criticized criticised "
                            + "condemned blasted praised stated wrote")
                    .split(" "));

    private ReportingWords() {}

    /** Whether a lower-cased word is a form of a verb of saying, thinking or showing. */
    static boolean isVerb(String word) {
        return VERBS.contains(word);
    }

    /** Whether a lower-cased word is a form of a verb that hardly means anything but saying. */
    static boolean isPlainVerb(String word) {
        return PLAIN.contains(word);
    }
}
