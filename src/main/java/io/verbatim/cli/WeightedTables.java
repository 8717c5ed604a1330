package io.verbatim.cli;

import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.TrainingTables;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.text.ArticleReader;
import io.verbatim.training.WeightedTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * The tables of {@code --train}, each with its {@code --weight}, and that of {@code --dev}.
 *
 * @param train without the articles that stand in {@code dev} or in a table before
 */
record WeightedTables(List<WeightedTable> train, Table dev) {

    WeightedTables {
        train = List.copyOf(train);
    }

    /** A table to learn from, as it is given. */
    static final class Given {
        @Option(
                names = "--train",
                required = true,
                paramLabel = "FILE",
                description = "Table to learn from; may be repeated.")
        private Path file;

        @Option(names = "--weight", paramLabel = "X", description = "Factor of the loss of the table before it (1).")
        private double weight = 1;
    }

    /**
     * Reads the tables.
     *
     * @param out what will be written, which can be none of them
     * @param skipUnlabelled whether rows without a label are context only rather than an error
     * @param err where articles that stand in several tables are told of
     */
    static WeightedTables read(List<Given> given, Path dev, Path out, boolean skipUnlabelled, PrintWriter err)
            throws IOException {
        TableReader reader = new TableReader(new ArticleReader(), skipUnlabelled ? Unlabelled.SKIP : Unlabelled.REFUSE);
        List<Table> all = new ArrayList<>();
        requireOther(out, dev);
        all.add(reader.read(dev));
        for (Given table : given) {
            requireOther(out, table.file);
            all.add(reader.read(table.file));
        }
        TrainingTables tables = TrainingTables.of(all);
        tables.warnings().forEach(warning -> err.println("verbatim: warning: " + warning));
        List<WeightedTable> train = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            train.add(weighted(tables.tables().get(i + 1), given.get(i).weight));
        }
        return new WeightedTables(train, tables.tables().get(0));
    }

    private static void requireOther(Path out, Path table) throws IOException {
        if (Files.exists(out) && Files.exists(table) && Files.isSameFile(out, table)) {
            throw new InputException(
                    "--out " + out + ": is a table to learn from, which would be lost; name another file");
        }
    }

    private static WeightedTable weighted(Table table, double weight) throws InputException {
        try {
            return new WeightedTable(table, weight);
        } catch (IllegalArgumentException e) {
            throw new InputException("--weight " + weight + ": " + e.getMessage(), e);
        }
    }
}
