package io.verbatim.corpus.polnear;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The cues that express wanting, planning, liking, supporting, knowing, seeing or believing. Immutable. */
final class AttitudeCues {

    private static final String RESOURCE = "attitude-cues.txt";
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final Set<String> words;
    private final Set<String> wholeCues;

    private AttitudeCues(Set<String> words, Set<String> wholeCues) {
        this.words = Set.copyOf(words);
        this.wholeCues = Set.copyOf(wholeCues);
    }

    /** The list that comes with the importer. */
    static AttitudeCues load() {
        Set<String> words = new HashSet<>();
        Set<String> wholeCues = new HashSet<>();
        try (InputStream in = AttitudeCues.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            boolean whole = false;
            for (String line :
                    new BufferedReader(new InputStreamReader(in, UTF_8)).lines().toList()) {
                if (line.startsWith("[")) {
                    whole = line.equals("[whole cues]");
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    if (whole) {
                        wholeCues.add(line.strip());
                    } else {
                        addForms(line.strip().split(" +"), words);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AttitudeCues(words, wholeCues);
    }

    private static void addForms(String[] lemmaAndIrregular, Set<String> forms) {
        String lemma = lemmaAndIrregular[0];
        if (lemma.startsWith("=")) {
            forms.add(lemma.substring(1));
            return;
        }
        forms.addAll(Set.of(lemmaAndIrregular));
        forms.addAll(Set.of(lemma + "s", lemma + "es", lemma + "ed", lemma + "ing"));
        char last = lemma.charAt(lemma.length() - 1);
        String stem = lemma.substring(0, lemma.length() - 1);
        if (last == 'e') {
            forms.addAll(Set.of(stem + "ed", stem + "ing"));
        } else if (last == 'y') {
            forms.addAll(Set.of(stem + "ies", stem + "ied"));
        } else {
            forms.addAll(Set.of(lemma + last + "ed", lemma + last + "ing"));
        }
    }

    /** Whether a cue, in lower case, expresses an attitude. */
    boolean contains(String cue) {
        return wholeCues.contains(cue.strip())
                || WORD.matcher(cue).results().anyMatch(word -> words.contains(word.group()));
    }
}
