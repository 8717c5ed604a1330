package io.verbatim.corpus.perturbation;

import io.verbatim.article.Sentence;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** American spelling for British, and British for American. Capitalised words within a sentence stay: they are names. */
final class Spelling implements Rewording.OfSentence {

    /** Pairs of British and American; those of the second block only from British, since the other is a word of its own. */
    private static final Map<String, String> OTHER = pairs("""
            colour color colours colors coloured colored favour favor favours favors favoured favored favourite
            favorite favourable favorable honour honor honours honors honoured honored labour labor labourers
            laborers neighbour neighbor neighbours neighbors neighbourhood neighborhood neighbouring neighboring
            rumour rumor rumours rumors harbour harbor harbours harbors behaviour behavior humour humor vapour vapor
            parlour parlor endeavour endeavor centre center centres centers kilometre kilometer kilometres
            kilometers litre liter litres liters theatre theater theatres theaters fibre fiber calibre caliber
            organise organize organised organized organising organizing organisation organization organisations
            organizations realise realize realised realized recognise recognize recognised recognized criticise
            criticize criticised criticized criticising criticizing apologise apologize apologised apologized
            apologising apologizing emphasise emphasize emphasised emphasized authorise authorize authorised
            authorized minimise minimize summarise summarize specialise specialize specialised specialized analyse
            analyze analysed analyzed paralyse paralyze characterise characterize characterised characterized
            privatise privatize privatised privatized prioritise prioritize finalise finalize finalised finalized
            travelled traveled travelling traveling traveller traveler travellers travelers cancelled canceled
            cancelling canceling labelled labeled labelling labeling modelling modeling modelled modeled fuelled
            fueled fuelling fueling signalled signaled signalling signaling counsellor counselor counsellors
            counselors councillor councilor councillors councilors marvellous marvelous jewellery jewelry defence
            defense defences defenses offence offense offences offenses pretence pretense grey gray plough plow
            ploughed plowed sceptical skeptical sceptics skeptics sceptic skeptic scepticism skepticism mould mold
            moustache mustache pyjamas pajamas aluminium aluminum ageing aging judgement judgment fulfil fulfill
            enrol enroll enrolment enrollment instalment installment instalments installments skilful skillful
            wilful willful manoeuvre maneuver manoeuvres maneuvers paediatric pediatric anaesthetic anesthetic
            foetus fetus haemorrhage hemorrhage oestrogen estrogen diarrhoea diarrhea mum mom mums moms spelt
            spelled dreamt dreamed towards toward acknowledgement acknowledgment armour armor odour odor savour
            savor rigour rigor vigour vigor tumour tumor tumours tumors""", """
            programme program programmes programs cheque check cheques checks storey story storeys stories kerb curb
            whilst while amongst among learnt learned burnt burned licence license licences licenses metre meter
            metres meters tyre tire tyres tires catalogue catalog dialogue dialog""");

    @Override
    public String reword(Sentence sentence, SplittableRandom random) {
        Edits edits = new Edits(sentence);
        boolean begins = true;
        for (int i = 0; i < sentence.tokenCount(); i++) {
            String token = sentence.token(i);
            if (!Character.isLetter(token.charAt(0))) {
                continue;
            }
            int start = sentence.tokenStart(i);
            int end = sentence.tokenEnd(i);
            boolean capital = Character.isUpperCase(token.charAt(0));
            String other = OTHER.get(token.toLowerCase(Locale.ROOT));
            if (token.equals("percent")) {
                edits.replace(start, end, "per cent");
            } else if (token.equals("per")
                    && i + 1 < sentence.tokenCount()
                    && sentence.token(i + 1).equals("cent")) {
                i++;
                edits.replace(start, sentence.tokenEnd(i), "percent");
            } else if (other != null && (begins || !capital)) {
                edits.replace(start, end, capital ? Capitals.first(other) : other);
            }
            begins = false;
        }
        return edits.toString();
    }

    private static Map<String, String> pairs(String bothWays, String oneWay) {
        Map<String, String> other = new HashMap<>();
        String[] words = bothWays.strip().split("\\s+");
        for (int i = 0; i + 1 < words.length; i += 2) {
            other.put(words[i], words[i + 1]);
            other.put(words[i + 1], words[i]);
        }
        words = oneWay.strip().split("\\s+");
        for (int i = 0; i + 1 < words.length; i += 2) {
            other.put(words[i], words[i + 1]);
        }
        return Map.copyOf(other);
    }
}
