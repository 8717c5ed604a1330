package io.verbatim.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.encode;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads files into the columns that labelling needs: {@code article}, in tables of sentences {@code paragraph} and
 * {@code sentence}, then {@code text} and {@code refusal}. Immutable.
 *
 * @param names what the columns are called in the files, in that order: two for whole articles, four for sentences
 */
record Columns(List<String> names) {

    private static final String CORRUPT = "_corrupt";
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    Columns {
        names = List.copyOf(names);
    }

    private boolean split() {
        return names.size() == 4;
    }

    /** What the columns are called after reading. */
    private List<String> targets() {
        return split() ? List.of("article", "paragraph", "sentence", "text") : List.of("article", "text");
    }

    /**
     * The rows of some files.
     *
     * @throws JobException where a column is missing
     */
    Dataset<Row> read(SparkSession spark, InputFormat format, List<InputFile> files) throws JobException {
        String[] paths = files.stream().map(InputFile::path).toArray(String[]::new);
        return switch (format) {
            case PARQUET -> parquet(spark.read().parquet(paths), paths[0]);
            case JSON_LINES -> jsonLines(spark, paths);
            case CSV -> csv(spark, paths);
        };
    }

    /** Strings of Parquet are bytes that nobody checked. */
    private Dataset<Row> parquet(Dataset<Row> rows, String file) throws JobException {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            requireColumn(rows, names.get(i), file);
            columns.add(quoted(names.get(i)).cast("string").as(targets().get(i)));
        }
        columns.add(
                SparkLabeller.whenNotUtf8(quoted(names.get(names.size() - 1)).cast("string"))
                        .as("refusal"));
        return rows.select(columns.toArray(Column[]::new));
    }

    /** A line that is no JSON object, or whose bytes are no UTF-8, comes whole in a column of its own. */
    private Dataset<Row> jsonLines(SparkSession spark, String[] paths) {
        StructType schema = new StructType();
        for (String name : names) {
            schema = schema.add(name, DataTypes.StringType);
        }
        Dataset<Row> rows = spark.read()
                .schema(schema.add(CORRUPT, DataTypes.StringType))
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", CORRUPT)
                .json(paths);
        return rows.select(
                columns(names.stream().map(Columns::quoted).toList(), malformed(col(CORRUPT)), col(CORRUPT)));
    }

    /**
     * Spark decodes CSV without telling of broken bytes. Read as Latin-1, each byte is a character, and the bytes can be
     * had back.
     */
    private Dataset<Row> csv(SparkSession spark, String[] paths) throws JobException {
        String[] header = csv(spark, new StructType(), paths).columns();
        if (header.length == 0) {
            throw new JobException(paths[0] + ": an empty file; it needs a header");
        }
        StructType schema = new StructType();
        for (String name : header) {
            schema = schema.add(name, DataTypes.StringType);
        }
        Dataset<Row> rows = csv(spark, schema.add(CORRUPT, DataTypes.StringType), paths);
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            String latin = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            String found = header[0].equals(BYTE_ORDER_MARK + latin) ? header[0] : latin;
            requireColumn(rows, found, paths[0]);
            columns.add(bytes(quoted(found)));
        }
        Column corrupt = bytes(col(CORRUPT));
        Column text = columns.get(columns.size() - 1);
        return rows.select(columns(columns, coalesce(malformed(corrupt), SparkLabeller.whenNotUtf8(text)), corrupt));
    }

    private static Dataset<Row> csv(SparkSession spark, StructType schema, String[] paths) {
        var reader = spark.read()
                .option("header", true)
                .option("enforceSchema", false)
                .option("multiLine", true)
                .option("escape", "\"")
                .option("encoding", "ISO-8859-1")
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", CORRUPT);
        return schema.isEmpty() ? reader.csv(paths) : reader.schema(schema).csv(paths);
    }

    private Column[] columns(List<Column> own, Column refusal, Column record) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            boolean text = i == own.size() - 1;
            // Of a broken record the whole is kept.
            columns.add((text ? coalesce(record, own.get(i)) : own.get(i))
                    .as(targets().get(i)));
        }
        columns.add(refusal.as("refusal"));
        return columns.toArray(Column[]::new);
    }

    private static Column malformed(Column record) {
        return when(record.isNull(), lit(null).cast("string"))
                .when(is_valid_utf8(record), lit(Refusal.MALFORMED.code()))
                .otherwise(lit(Refusal.NOT_UTF8.code()));
    }

    private static Column bytes(Column latin) {
        return encode(latin, "ISO-8859-1").cast("string");
    }

    private static Column quoted(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }

    private static void requireColumn(Dataset<Row> rows, String name, String file) throws JobException {
        List<String> found = Arrays.asList(rows.columns());
        if (!found.contains(name)) {
            throw new JobException(file + ": no column " + name + "; it has " + String.join(", ", found)
                    + ", so name the columns by options");
        }
    }
}
