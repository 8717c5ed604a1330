package io.verbatim.corpus.polnear;

import io.verbatim.corpus.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@code .ann} file of brat standoff (Stenetorp et al. 2012): spans ({@code T}), possibly of several pieces,
 * and events ({@code E}) that join cue and content. Offsets count code points. Relations, attributes and notes are
 * ignored. A span's text may run over several lines. Used for one file, then thrown away.
 */
final class BratReader {

    private static final Pattern ID = Pattern.compile("[TE]\\d+");
    private static final Pattern IGNORED = Pattern.compile("[RAMN*#]\\S*\\t.*");
    private static final Pattern PIECE = Pattern.compile("(\\d{1,9}) (\\d{1,9})");

    private record Marked(String type, List<Span> spans) {}

    private record Event(long line, List<String> arguments) {}

    private final String name;
    private final String text;
    private final int[] offsets;
    private final Map<String, Marked> marked = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private int textStillToCome;

    /**
     * A reader of one file.
     *
     * @param name the file, for messages
     * @param text the text that the file annotates
     */
    BratReader(String name, String text) {
        this.name = name;
        this.text = text;
        this.offsets = codePointOffsets(text);
    }

    private static int[] codePointOffsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < offsets.length - 1; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[offsets.length - 1] = at;
        return offsets;
    }

    /** The annotations in the file's content. */
    Annotations read(String content) throws InputException {
        String[] lines = content.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            line(i + 1, lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i]);
        }
        List<Attribution> attributions = new ArrayList<>();
        for (Event event : events) {
            Attribution attribution = attribution(event);
            if (attribution != null) {
                attributions.add(attribution);
            }
        }
        List<Span> discarded = marked.values().stream()
                .filter(m -> m.type().equals("Discard"))
                .flatMap(m -> m.spans().stream())
                .toList();
        return new Annotations(attributions, discarded);
    }

    private void line(long number, String line) throws InputException {
        String[] fields = line.split("\t", 3);
        if (fields.length >= 2 && ID.matcher(fields[0]).matches()) {
            if (fields[0].startsWith("E")) {
                events.add(new Event(number, List.of(fields[1].strip().split(" +"))));
                textStillToCome = 0;
            } else {
                span(number, fields);
            }
        } else if (textStillToCome > 0) {
            textStillToCome -= line.length() + 1;
        } else if (!line.isBlank() && !IGNORED.matcher(line).matches()) {
            throw error(
                    number,
                    "no line of brat standoff; give T lines (id, tab, type and offsets, tab, text) and E"
                            + " lines (id, tab, Type:id …)");
        }
    }

    private void span(long number, String[] fields) throws InputException {
        int space = fields[1].indexOf(' ');
        if (space < 0) {
            throw error(number, fields[0] + " has no offsets; give it a type, a start and an end");
        }
        List<Span> spans = new ArrayList<>();
        int length = -1;
        for (String piece : fields[1].substring(space + 1).split(";", -1)) {
            Span span = piece(number, fields[0], piece);
            spans.add(span);
            length += span.end() - span.start() + 1;
        }
        if (marked.put(fields[0], new Marked(fields[1].substring(0, space), spans)) != null) {
            throw error(number, fields[0] + " comes twice; give each span an id of its own");
        }
        textStillToCome = fields.length < 3 ? 0 : length - fields[2].length();
    }

    private Span piece(long number, String id, String piece) throws InputException {
        var matcher = PIECE.matcher(piece);
        if (!matcher.matches()) {
            throw error(number, id + " has broken offsets; write start and end with a space between");
        }
        int start = Integer.parseInt(matcher.group(1));
        int end = Integer.parseInt(matcher.group(2));
        if (start > end || end >= offsets.length) {
            throw error(
                    number,
                    id + " reaches from " + start + " to " + end + " in a text of " + (offsets.length - 1)
                            + " characters; check that text and annotations belong together");
        }
        return new Span(offsets[start], offsets[end]);
    }

    private @Nullable Attribution attribution(Event event) throws InputException {
        List<Span> cue = new ArrayList<>();
        List<Span> content = new ArrayList<>();
        for (String argument : event.arguments()) {
            int colon = argument.indexOf(':');
            if (colon < 0) {
                throw error(event.line(), "an argument without a colon; write Type:id");
            }
            String id = argument.substring(colon + 1);
            Marked target = marked.get(id);
            if (target == null && !id.startsWith("E")) {
                throw error(event.line(), "refers to " + id + ", which is not in the file; add it or remove the event");
            }
            String role = argument.substring(0, colon);
            if (target != null && role.startsWith("Cue")) {
                cue.addAll(target.spans());
            } else if (target != null && role.startsWith("Content")) {
                content.addAll(target.spans());
            }
        }
        return content.isEmpty() ? null : new Attribution(textOf(cue), content);
    }

    private String textOf(List<Span> spans) {
        return spans.stream()
                .map(span -> text.substring(span.start(), span.end()))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private InputException error(long line, String message) {
        return new InputException(name + ":" + line + ": " + message);
    }
}
