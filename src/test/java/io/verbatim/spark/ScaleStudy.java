package io.verbatim.spark;

import com.sun.management.OperatingSystemMXBean;
import io.verbatim.LabelledArticle;
import io.verbatim.QuoteClassifier;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What Spark costs beside the plain engine on the same cores, with the articles of {@code data/} repeated and varied:
 * {@code src/spark/scale-study [SENTENCES [THREADS [PARTITIONS…]]]}.
 */
final class ScaleStudy {

    private static final StructType ARTICLE =
            new StructType().add("id", DataTypes.StringType).add("text", DataTypes.StringType);
    private static final double NANOS = 1e9;

    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final SparkSession spark;
    private final SparkLabeller labeller;
    private final QuoteClassifier classifier = QuoteClassifier.bundled();
    private final int threads;
    private final Path folder;

    private ScaleStudy(int threads, Path folder) {
        this.threads = threads;
        this.folder = folder;
        spark = SparkSession.builder()
                .master("local[" + threads + "]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", folder.resolve("local").toString())
                .config("spark.sql.maxConcurrentOutputFileWriters", 2)
                .config("spark.sql.shuffle.partitions", 4 * threads)
                .getOrCreate();
        labeller = SparkLabeller.bundled(spark);
    }

    /** Runs the study and prints its table. */
    public static void main(String[] args) throws Exception {
        int sentences = args.length > 0 ? Integer.parseInt(args[0]) : 3_000_000;
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        List<Integer> partitions = new ArrayList<>();
        for (int i = 2; i < args.length; i++) {
            partitions.add(Integer.parseInt(args[i]));
        }
        Path folder = Files.createTempDirectory("verbatim-scale");
        System.out.println("archive in " + folder);
        ScaleStudy study = new ScaleStudy(threads, folder);
        study.run(sentences, partitions.isEmpty() ? List.of(16) : partitions);
        study.spark.stop();
    }

    private void run(int sentences, List<Integer> partitions) throws Exception {
        String[] texts = texts();
        long perRound = count(List.of(texts));
        int articles = (int) ((long) sentences * texts.length / perRound);
        int warm = Math.max(articles / 50, texts.length);
        System.out.printf(Locale.ROOT, "%-44s %10s %12s %12s %8s%n", "", "sentences", "a second", "a CPU-s", "seconds");
        long all = 0;
        for (int files : partitions) {
            String in = write("in-" + files, texts, articles, files);
            if (all == 0) {
                String small = write("warm", texts, warm, threads);
                plain(spark.read().parquet(small).as(Encoders.row(ARTICLE)).collectAsList());
                job("warm-out", small);
                split("warm-split", small);
                all = measurePlain(in);
            }
            measure(
                    "Spark: read " + files + " files",
                    all,
                    () -> noop(spark.read().parquet(in)));
            measure(
                    "Spark: read, label",
                    all,
                    () -> noop(labeller.label(spark.read().parquet(in))));
            measure("Spark: read, label, write Parquet", all, () -> job("out-" + files, in));
            split("split-" + files, in);
            String table = folder.resolve("split-" + files).toString();
            Dataset<Row> rows = spark.read().parquet(table);
            measure(
                    "split table: read, shuffle, sort",
                    all,
                    () -> noop(rows.repartition(4 * threads, rows.col("article"))
                            .sortWithinPartitions("article", "paragraph", "sentence")));
            measure(
                    "split table: read, shuffle, label, write",
                    all,
                    () -> LabelJob.write(
                            labeller.labelSentences(rows),
                            OutputFormat.parquet,
                            new org.apache.hadoop.fs.Path(
                                    folder.resolve("split-out-" + files).toString())));
            System.out.printf(
                    Locale.ROOT,
                    "bytes a sentence: %.0f articles, %.0f split table, %.0f labels%n",
                    bytes("in-" + files) / all,
                    bytes("split-" + files) / all,
                    bytes("out-" + files) / all);
        }
        System.out.printf(
                Locale.ROOT,
                "heap at most %d MB%n",
                ManagementFactory.getMemoryPoolMXBeans().stream()
                                .filter(pool -> pool.getType() == MemoryType.HEAP)
                                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                .sum()
                        >> 20);
    }

    /** Something to measure. */
    private interface Work {
        void run() throws Exception;
    }

    /** The plain engine on the same articles in memory; gives the number of their sentences. */
    private long measurePlain(String in) throws Exception {
        List<Row> articles = spark.read().parquet(in).collectAsList();
        long sentences = count(articles.stream().map(row -> row.getString(1)).toList());
        measure("plain engine, " + threads + " threads", sentences, () -> plain(articles));
        return sentences;
    }

    private void measure(String what, long sentences, Work work) throws Exception {
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / NANOS;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / NANOS;
        System.out.printf(
                Locale.ROOT,
                "%-44s %10d %12.0f %12.0f %8.1f%n",
                what,
                sentences,
                sentences / seconds,
                sentences / cpuSeconds,
                seconds);
    }

    private void plain(List<Row> articles) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Thread> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Thread thread = new Thread(() -> {
                for (int i = next.getAndIncrement(); i < articles.size(); i = next.getAndIncrement()) {
                    Row row = articles.get(i);
                    LabelledArticle labelled = classifier.label(row.getString(0), row.getString(1));
                    if (labelled.sentences().isEmpty()) {
                        throw new IllegalStateException("an article without sentences");
                    }
                }
            });
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
    }

    private long count(List<String> texts) {
        return texts.parallelStream()
                .mapToLong(text -> classifier.label(text).sentences().size())
                .sum();
    }

    private static void noop(Dataset<Row> rows) {
        rows.write().format("noop").mode("overwrite").save();
    }

    private void job(String name, String in) {
        LabelJob.write(
                labeller.label(spark.read().parquet(in)),
                OutputFormat.parquet,
                new org.apache.hadoop.fs.Path(folder.resolve(name).toString()));
    }

    /** The same articles as a table of sentences. */
    private void split(String name, String in) {
        labeller.label(spark.read().parquet(in))
                .select("article", "paragraph", "sentence", "text")
                .write()
                .parquet(folder.resolve(name).toString());
    }

    private double bytes(String name) throws IOException {
        try (var files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private String write(String name, String[] texts, int articles, int files) {
        String path = folder.resolve(name).toString();
        MapFunction<Long, Row> make = i ->
                RowFactory.create("varied/" + i, varied(texts[(int) (i % texts.length)], (int) (i / texts.length)));
        spark.range(0, articles, 1, files)
                .map(make, Encoders.row(ARTICLE))
                .write()
                .parquet(path);
        return path;
    }

    /** The texts of the project's tables. */
    private static String[] texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String table : List.of("train", "dev", "test")) {
            for (AnnotatedArticle article : new TableReader(new ArticleReader(), Unlabelled.KEEP)
                    .read(Path.of("data", table + ".csv"))
                    .articles()) {
                texts.add(String.join(
                        "\n\n",
                        article.article().paragraphs().stream()
                                .map(Paragraph::sentences)
                                .map(s -> String.join(
                                        " ", s.stream().map(Sentence::text).toList()))
                                .toList()));
            }
        }
        return texts.toArray(String[]::new);
    }

    /** A text with other numbers and, for one word in twenty, another ending. */
    static String varied(String text, int variant) {
        StringBuilder varied = new StringBuilder(text.length() + 64);
        int word = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (c >= '0' && c <= '9') {
                varied.append((char) ('0' + (c - '0' + variant) % 10));
            } else {
                if (!letter && word > 4 && (text.hashCode() + 31 * i + 7 * variant) % 20 == 0) {
                    varied.append((char) ('a' + variant % 26)).append((char) ('a' + variant / 26 % 26));
                }
                varied.append(c);
            }
            word = letter ? word + 1 : 0;
        }
        return varied.toString();
    }
}
