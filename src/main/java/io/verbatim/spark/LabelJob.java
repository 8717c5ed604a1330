package io.verbatim.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.verbatim.model.ModelFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scala.Option;

/**
 * The job for {@code spark-submit}: labels an archive of articles into a folder, {@code labels} with a row a sentence and
 * {@code refused} with the rows that could not be labelled and why. Started again after an interruption it goes on where
 * it stopped; every article is in the result once.
 */
@Command(
        name = "verbatim-spark",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Labels every sentence of an archive's articles: direct, paraphrase or narrative.",
            "A PATH is a file, a folder or a pattern; files end in .parquet, .jsonl, .ndjson, .json or .csv."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:an internal error", "2:input or options can't be used"})
public final class LabelJob implements Callable<Integer> {

    private static final long MEGABYTE = 1 << 20;

    /** Columns of Parquet whose values hardly ever come again, for which a dictionary is only work. */
    private static final List<String> UNIQUE =
            List.of("text", "probabilities.direct", "probabilities.paraphrase", "probabilities.narrative");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "What to label.")
    private List<String> inputs = new ArrayList<>();

    @CommandLine.Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "Where the result goes. Given again after an interruption, the job goes on there.")
    private String out = "";

    @CommandLine.Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How the result is written: ${COMPLETION-CANDIDATES}. Default: parquet.")
    private OutputFormat format = OutputFormat.parquet;

    @CommandLine.Option(names = "--model", paramLabel = "FILE", description = "Model file; the bundled one by default.")
    private @Nullable String model;

    @CommandLine.Option(
            names = "--abstain",
            paramLabel = "P",
            description = "No label where the most probable one is below P.")
    private double abstain;

    @CommandLine.Option(names = "--split", description = "Each row is a sentence already split, not an article.")
    private boolean split;

    @CommandLine.Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "The article's id. Default: id; article for --split.")
    private @Nullable String id;

    @CommandLine.Option(names = "--text", paramLabel = "COLUMN", description = "The text. Default: ${DEFAULT-VALUE}.")
    private String text = "text";

    @CommandLine.Option(
            names = "--paragraph",
            paramLabel = "COLUMN",
            description = "With --split, the paragraph's number. Default: ${DEFAULT-VALUE}.")
    private String paragraph = "paragraph";

    @CommandLine.Option(
            names = "--sentence",
            paramLabel = "COLUMN",
            description = "With --split, the sentence's number. Default: ${DEFAULT-VALUE}.")
    private String sentence = "sentence";

    @CommandLine.Option(
            names = "--batch",
            paramLabel = "MB",
            description =
                    "Input labelled between two points from which the job can go on. Default: ${DEFAULT-VALUE}. With"
                            + " --split all new files are one batch.")
    private long batch = 16_384;

    private LabelJob() {}

    /** Runs the job and, where it failed, exits with its code. */
    public static void main(String[] args) {
        int code = commandLine().execute(args);
        Option<SparkSession> spark = SparkSession.getDefaultSession();
        if (spark.isDefined()) {
            spark.get().stop();
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The job's command line, without running it. */
    static CommandLine commandLine() {
        return new CommandLine(new LabelJob()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException {
        check(abstain >= 0 && abstain <= 1, "--abstain", "must be from 0 to 1, not " + abstain);
        check(batch >= 1 && batch < Long.MAX_VALUE / MEGABYTE, "--batch", "must be at least 1, not " + batch);
        PrintWriter err = spec.commandLine().getErr();
        SparkSession spark = SparkSession.builder().appName("verbatim").getOrCreate();
        try {
            err.println("verbatim: " + run(spark));
            return ExitCode.OK;
        } catch (JobException | ModelFormatException e) {
            err.println("verbatim: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private Totals run(SparkSession spark) throws IOException, JobException {
        Configuration hadoop = spark.sessionState().newHadoopConf();
        Archive archive = Archive.find(inputs, hadoop);
        SparkLabeller labeller = labeller(spark).abstainingBelow(abstain);
        Path root = new Path(out);
        ResultFolder result = new ResultFolder(root.getFileSystem(hadoop), root, options(labeller));
        List<InputFile> remaining = result.remaining(archive.files());
        // The sentences of one article may stand in several files.
        long bytes = split ? Long.MAX_VALUE : batch * MEGABYTE;
        for (List<InputFile> files : Archive.batches(remaining, bytes)) {
            Counts counts = labeller.counts();
            Dataset<Row> rows = columns().read(spark, archive.format(), files);
            write(
                    split ? labeller.labelTable(rows, counts) : labeller.labelArticles(rows, counts),
                    format,
                    result.staging());
            result.commit(files, counts.totals());
        }
        result.finish();
        return result.totals();
    }

    private SparkLabeller labeller(SparkSession spark) throws IOException, JobException {
        if (model == null) {
            return SparkLabeller.bundled(spark);
        }
        try {
            return SparkLabeller.load(spark, model);
        } catch (FileNotFoundException e) {
            throw new JobException(model + ": no such file; check the path");
        }
    }

    private Columns columns() {
        if (split) {
            return new Columns(List.of(id == null ? "article" : id, paragraph, sentence, text));
        }
        return new Columns(List.of(id == null ? "id" : id, text));
    }

    /** What decides the result besides the input. */
    private Map<String, String> options(SparkLabeller labeller) {
        Map<String, String> options = new TreeMap<>();
        options.put("model", labeller.modelSha256());
        options.put("abstain", String.valueOf(abstain));
        options.put("format", format.name());
        options.put("columns", String.join(",", columns().names()));
        return options;
    }

    /** Writes the parts of a result in one go. */
    static void write(Dataset<Row> labelled, OutputFormat format, Path staging) {
        // Two files are open in a task, for what is labelled and what is refused; Spark would sort the rows otherwise.
        labelled.sparkSession().conf().set("spark.sql.maxConcurrentOutputFileWriters", 2);
        DataFrameWriter<Row> writer = labelled.withColumn(
                        "part", when(col("error").isNull(), "labels").otherwise("refused"))
                .write()
                .partitionBy("part")
                .format(format.source());
        UNIQUE.forEach(column -> writer.option("parquet.enable.dictionary#" + column, false));
        writer.save(staging.toString());
    }

    private void check(boolean condition, String option, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '" + option + "': " + message);
        }
    }
}
