package io.verbatim.text;

import io.verbatim.article.Quotation.Mark;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The quotation marks of a paragraph in order, each with what its shape and its neighbours say of its direction.
 * Apostrophes are among them only where they could be marks. Immutable once found.
 */
final class QuotationMarks {

    /** What a mark can do. */
    enum Role {
        OPENS,
        CLOSES,
        /** Its shape and its neighbours contradict or say nothing: what is open decides. */
        EITHER,
        /** A single mark that closes, unless a better one follows: the boys' coats, goin' home. */
        CLOSES_PERHAPS
    }

    /** Words that begin with an apostrophe. */
    private static final Set<String> ELISIONS = Set.of("""
            tis twas twere twill em til till cause bout round n nuff cos coz ere neath gainst cept fraid scuse
            kay sup nother tude hood burbs net""".split("\\s+"));

    /** Words that end in an apostrophe, beside those in -s and -in'. */
    private static final Set<String> CLIPPED = Set.of("""
            o th ol an ma lil wi d dos y n t po""".split("\\s+"));

    private static final int LONGEST_WORD = 16;

    private static final int[] NO_PLACES = {};
    private static final Mark[] NO_KINDS = {};
    private static final Role[] NO_ROLES = {};

    private final Surface surface;
    private int[] starts = NO_PLACES;
    private int[] ends = NO_PLACES;
    private Mark[] kinds = NO_KINDS;
    private Role[] roles = NO_ROLES;
    private int size;

    private QuotationMarks(Surface surface) {
        this.surface = surface;
    }

    /** The marks of a paragraph. */
    static QuotationMarks find(Surface surface) {
        QuotationMarks marks = new QuotationMarks(surface);
        int i = 0;
        while (i < surface.length()) {
            i = isMark(surface.at(i)) ? marks.addRun(i) : i + 1;
        }
        return marks;
    }

    int size() {
        return size;
    }

    /** Where mark {@code i} begins. */
    int start(int i) {
        return starts[i];
    }

    /** One past the last code unit of mark {@code i}. */
    int end(int i) {
        return ends[i];
    }

    Mark kind(int i) {
        return kinds[i];
    }

    Role role(int i) {
        return roles[i];
    }

    boolean isSingle(int i) {
        return kinds[i] == Mark.SINGLE;
    }

    /** Whether mark {@code i} may as well be the sign of inches or seconds. */
    boolean mayBeUnit(int i) {
        return kinds[i] == Mark.STRAIGHT && Character.isDigit(surface.orSpace(surface.before(starts[i])));
    }

    /** Adds the marks from {@code start} on that stand without anything between them; returns where they end. */
    private int addRun(int start) {
        int end = start;
        while (end < surface.length() && isMark(surface.at(end))) {
            end = surface.after(end);
        }
        int before = surface.before(start);
        if (surface.orSpace(before) == '=') {
            // The value of an attribute in a rest of HTML.
            return end;
        }
        boolean opening = isOpeningPlace(before) && !isClosingPlace(end);
        boolean closing = !isOpeningPlace(before) && isClosingPlace(end);
        int i = start;
        while (i < end) {
            i = addMark(i, start, end, opening, closing);
        }
        return end;
    }

    private int addMark(int i, int runStart, int runEnd, boolean opening, boolean closing) {
        char c = surface.at(i);
        int second = surface.after(i);
        boolean doubled = second < runEnd && surface.at(second) == c && isSingleMark(c);
        if (doubled && closing) {
            // Of three, the first closes the inner quotation and the other two the outer one.
            int third = surface.after(second);
            doubled = !(third < runEnd && surface.at(third) == c && surface.after(third) >= runEnd);
        }
        int end = doubled ? surface.after(second) : second;
        switch (c) {
            case '"' -> add(i, end, Mark.STRAIGHT, opening ? Role.OPENS : closing ? Role.CLOSES : Role.EITHER);
            case '“' -> add(i, end, Mark.CURLY, !opening && isClosingPlace(runEnd) ? Role.EITHER : Role.OPENS);
            case '„', '‟' -> add(i, end, Mark.CURLY, Role.OPENS);
            case '”' -> add(i, end, Mark.CURLY, opening ? Role.EITHER : Role.CLOSES);
            case '«' -> add(i, end, Mark.ANGLED, closing ? Role.CLOSES : Role.OPENS);
            case '»' -> add(i, end, Mark.ANGLED, opening ? Role.OPENS : Role.CLOSES);
            case '‹' -> add(i, end, Mark.SINGLE, closing ? Role.CLOSES : Role.OPENS);
            case '›' -> add(i, end, Mark.SINGLE, opening ? Role.OPENS : Role.CLOSES);
            default -> {
                if (doubled) {
                    Mark kind = c == '‘' || c == '’' || c == '‚' ? Mark.CURLY : Mark.LATEX;
                    Role byShape = c == '`' || c == '‘' || c == '‚' ? Role.OPENS : Role.EITHER;
                    add(i, end, kind, opening ? Role.OPENS : closing ? Role.CLOSES : byShape);
                } else {
                    addSingle(i, end, runStart, runEnd, opening, closing);
                }
            }
        }
        return end;
    }

    private void addSingle(int i, int end, int runStart, int runEnd, boolean opening, boolean closing) {
        char c = surface.at(i);
        boolean alone = runEnd == end && runStart == i;
        if (opening || (c == '‘' && !closing && !Character.isLetter(surface.orSpace(surface.before(i))))) {
            if (c != '´' && (!alone || !isElision(end)) && (c != '‚' || alone)) {
                add(i, end, Mark.SINGLE, Role.OPENS);
            }
        } else if (closing && c != '`' && c != '‚') {
            add(i, end, Mark.SINGLE, alone && mayBeApostrophe(i, end) ? Role.CLOSES_PERHAPS : Role.CLOSES);
        } else if (c == '’' && isOpeningPlace(surface.before(i)) && isClosingPlace(end)) {
            add(i, end, Mark.SINGLE, Role.CLOSES);
        }
    }

    /** Whether an elision or a decade begins behind the apostrophe: 'tis, '90s. */
    private boolean isElision(int start) {
        int end = start;
        while (end < surface.length() && end - start < LONGEST_WORD && Character.isLetterOrDigit(surface.at(end))) {
            end++;
        }
        String word = surface.text(start, end);
        if (word.length() >= 2 && Character.isDigit(word.charAt(0)) && Character.isDigit(word.charAt(1))) {
            return word.length() == 2 || (word.length() == 3 && word.charAt(2) == 's');
        }
        return ELISIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether the mark behind a word may be the apostrophe of a plural's genitive or of a clipped word. */
    private boolean mayBeApostrophe(int i, int end) {
        int last = surface.before(i);
        char before = surface.orSpace(last);
        if (Character.isDigit(before)) {
            return surface.at(i) == '\'';
        }
        if (!Character.isLetter(before) || !surface.isSpace(end)) {
            return false;
        }
        int start = last;
        while (start > 0 && last - start < LONGEST_WORD && Character.isLetter(surface.at(start - 1))) {
            start--;
        }
        String word = surface.text(start, last + 1).toLowerCase(Locale.ROOT);
        return word.endsWith("s")
                || word.endsWith("z")
                || (word.endsWith("in") && word.length() > 3)
                || CLIPPED.contains(word);
    }

    private boolean isOpeningPlace(int before) {
        char c = surface.orSpace(before);
        return switch (c) {
            case ' ', '(', '[', '{', '<', '>', '—', '–', '―', '/', '|', '¿', '¡', '•' -> true;
            case '-' -> before == 0 || surface.isSpace(before - 1) || surface.at(before - 1) == '-';
            case ':' -> true;
            default -> false;
        };
    }

    private boolean isClosingPlace(int after) {
        char c = surface.orSpace(after);
        return switch (c) {
            case ' ', '.', ',', ';', ':', '!', '?', ')', ']', '}', '—', '–', '―', '<', '>', '/', '|' -> true;
            case '…' -> after + 1 >= surface.length() || surface.isSpace(after + 1);
            case '-' -> true;
            default -> false;
        };
    }

    private static boolean isMark(char c) {
        if (c <= 'z' && c != '"' && c != '\'' && c != '`') {
            return false;
        }
        return isSingleMark(c)
                || switch (c) {
                    case '"', '“', '”', '„', '‟', '«', '»', '‹', '›' -> true;
                    default -> false;
                };
    }

    private static boolean isSingleMark(char c) {
        return switch (c) {
            case '\'', '‘', '’', '‚', '‛', '`', '´' -> true;
            default -> false;
        };
    }

    private void add(int start, int end, Mark kind, Role role) {
        if (size == starts.length) {
            int capacity = Math.max(4, size + size / 2);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            kinds = Arrays.copyOf(kinds, capacity);
            roles = Arrays.copyOf(roles, capacity);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size] = kind;
        roles[size++] = role;
    }
}
