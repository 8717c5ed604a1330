package io.verbatim.corpus;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.CheckReport.TableSummary;
import io.verbatim.corpus.TableCheck.Place;
import io.verbatim.text.ArticleReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a check looks at in the articles of one table. Not safe for threads. */
final class ArticleChecks {

    /** Words of a sentence that may well be two which were not split. */
    private static final int MANY_WORDS = 120;
    /** Words of the shortest sentence that hardly stands in two articles by chance. */
    private static final int TELLING_WORDS = 6;
    /** Sentences of an article that should have more than one label. */
    private static final int MANY_SENTENCES = 20;
    /** Articles that tell how far label shares vary. */
    private static final int MANY_ARTICLES = 10;
    /** Standard deviations from the mean beyond which an article's share of a label is unusual. */
    private static final double FAR = 3.5;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.,-][\\p{L}\\p{N}]+)*");
    /** UTF-8 read as Windows-1252 or Latin-1, its replacement character, and control characters. */
    private static final Pattern MOJIBAKE =
            Pattern.compile("[ÂÃ][\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€\\u0080]|ï»¿|ï¿½|\\uFFFD"
                    + "|[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]");

    private record Mix(String article, long line, int sentences, Map<Label, Integer> labels) {
        double share(Label label) {
            return labels.getOrDefault(label, 0) / (double) sentences;
        }
    }

    private final String name;
    private final ArticleReader reader;
    private final Findings findings;
    private final Map<String, Place> articlesSeen;
    private final Map<String, Place> sentencesSeen;
    private final Map<Label, Integer> labels = new EnumMap<>(Label.class);
    private final List<Mix> mixes = new ArrayList<>();
    private int articles;
    private int sentences;
    private int unlabelled;

    ArticleChecks(
            String name,
            ArticleReader reader,
            Findings findings,
            Map<String, Place> articlesSeen,
            Map<String, Place> sentencesSeen) {
        this.name = name;
        this.reader = reader;
        this.findings = findings;
        this.articlesSeen = articlesSeen;
        this.sentencesSeen = sentencesSeen;
    }

    /** Checks the rows of an article. */
    void article(List<TableRows.Row> rows) {
        TableRows.Row first = rows.get(0);
        articles++;
        Place home = articlesSeen.putIfAbsent(first.article(), new Place(name, first.line(), first.article()));
        if (home != null && !home.file().equals(name)) {
            findings.warning(
                    "article-twice",
                    first.line(),
                    "article " + Excerpt.of(first.article()) + " stands in " + home
                            + " too; of tables used together the first wins");
        }
        Map<Label, Integer> mix = new EnumMap<>(Label.class);
        for (TableRows.Row row : rows) {
            sentences++;
            row.label().ifPresentOrElse(label -> mix.merge(label, 1, Integer::sum), () -> unlabelled++);
            sentence(row);
        }
        mix.forEach((label, count) -> labels.merge(label, count, Integer::sum));
        mixes.add(new Mix(
                first.article(),
                first.line(),
                mix.values().stream().mapToInt(Integer::intValue).sum(),
                mix));
        order(rows);
        marks(rows);
    }

    private void sentence(TableRows.Row row) {
        String text = row.text();
        if (text.isBlank()) {
            return;
        }
        if (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()))) {
            findings.warning("white-space", row.line(), "white space at the ends of " + Excerpt.of(text));
        }
        if (MOJIBAKE.matcher(text).find()) {
            findings.warning(
                    "mojibake",
                    row.line(),
                    "looks as if it was decoded wrongly: " + Excerpt.of(text)
                            + "; make the table anew from its source");
        }
        List<String> words = WORD.matcher(text)
                .results()
                .map(m -> m.group().toLowerCase(Locale.ROOT))
                .toList();
        if (words.size() > MANY_WORDS) {
            findings.warning("long", row.line(), "a sentence of " + words.size() + " words; is it one?");
        } else if (words.size() < 2) {
            findings.warning(
                    "short",
                    row.line(),
                    "a sentence of " + (words.isEmpty() ? "no" : "one") + " word: " + Excerpt.of(text));
        }
        if (words.size() >= TELLING_WORDS) {
            Place home = sentencesSeen.putIfAbsent(String.join(" ", words), new Place(name, row.line(), row.article()));
            if (home != null && !home.article().equals(row.article())) {
                findings.warning(
                        "sentence-twice",
                        row.line(),
                        "the sentence stands in article " + Excerpt.of(home.article()) + " too (" + home + "): "
                                + Excerpt.of(text));
            }
        }
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private void order(List<TableRows.Row> rows) {
        OptionalLong paragraph = OptionalLong.empty();
        OptionalLong sentence = OptionalLong.empty();
        for (TableRows.Row row : rows) {
            OptionalLong nextParagraph = number("paragraph", row.paragraph(), row.line());
            OptionalLong nextSentence = number("sentence", row.sentence(), row.line());
            if (isBelow(nextParagraph, paragraph)) {
                findings.error(
                        "order",
                        row.line(),
                        "paragraph " + row.paragraph() + " comes after " + paragraph.getAsLong()
                                + "; sort the rows of an article");
            } else if (nextParagraph.equals(paragraph) && isBelow(nextSentence, sentence)) {
                findings.error(
                        "order",
                        row.line(),
                        "sentence " + row.sentence() + " comes after " + sentence.getAsLong()
                                + " in one paragraph; sort the rows of an article");
            }
            paragraph = nextParagraph;
            sentence = nextSentence;
        }
    }

    private static boolean isBelow(OptionalLong next, OptionalLong last) {
        return next.isPresent() && last.isPresent() && next.getAsLong() < last.getAsLong();
    }

    private OptionalLong number(String column, String field, long line) {
        if (field.matches("\\d{1,15}")) {
            return OptionalLong.of(Long.parseLong(field));
        }
        findings.error("order", line, "column " + column + " has " + Excerpt.of(field) + "; number the rows from 0");
        return OptionalLong.empty();
    }

    /** Quotations without an end, and closing marks outside of any. */
    private void marks(List<TableRows.Row> rows) {
        Article article = TableReader.article(reader, rows);
        List<Sentence> read = article.sentences();
        for (int i = 0; i < read.size(); i++) {
            Sentence sentence = read.get(i);
            long line = rows.get(i).line();
            if (sentence.quotations().stream().anyMatch(q -> q.opens() && q.unclosed())) {
                findings.warning("marks", line, "a quotation opens and never closes: " + Excerpt.of(sentence.text()));
            }
            if (hasStrayClosingMark(sentence)) {
                findings.warning("marks", line, "a quotation closes that never opened: " + Excerpt.of(sentence.text()));
            }
        }
    }

    private static boolean hasStrayClosingMark(Sentence sentence) {
        String text = sentence.text();
        for (int i = 0; i < text.length(); i++) {
            int at = i;
            if ((text.charAt(i) == '”' || text.charAt(i) == '»')
                    && sentence.quotations().stream().noneMatch(q -> touches(q, at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean touches(Quotation quotation, int at) {
        return quotation.start() - 1 <= at && at <= quotation.end();
    }

    /** Articles whose labels are unlike those of the others. */
    void labelMix() {
        List<Mix> large =
                mixes.stream().filter(mix -> mix.sentences() >= MANY_SENTENCES).toList();
        for (Mix mix : large) {
            if (mix.labels().size() == 1) {
                findings.warning(
                        "label-mix",
                        mix.line(),
                        "all " + mix.sentences() + " sentences of article " + Excerpt.of(mix.article()) + " are "
                                + mix.labels().keySet().iterator().next());
            }
        }
        if (large.size() >= MANY_ARTICLES) {
            Label.all().forEach(label -> outliers(label, large));
        }
    }

    private void outliers(Label label, List<Mix> large) {
        double mean =
                large.stream().mapToDouble(mix -> mix.share(label)).average().orElse(0);
        double variance = large.stream()
                .mapToDouble(mix -> Math.pow(mix.share(label) - mean, 2))
                .average()
                .orElse(0);
        for (Mix mix : large) {
            double share = mix.share(label);
            if (mix.labels().size() > 1 && Math.abs(share - mean) > FAR * Math.sqrt(variance)) {
                findings.warning(
                        "label-mix",
                        mix.line(),
                        String.format(
                                Locale.ROOT,
                                "article %s is %.0f %% %s, others %.0f %%",
                                Excerpt.of(mix.article()),
                                100 * share,
                                label,
                                100 * (mean * large.size() - share) / (large.size() - 1)));
            }
        }
    }

    TableSummary summary(boolean unreadable) {
        return new TableSummary(
                name,
                unreadable,
                articles,
                sentences,
                labels,
                unlabelled,
                findings.count(Finding.Severity.ERROR),
                findings.count(Finding.Severity.WARNING),
                findings.kept());
    }
}
