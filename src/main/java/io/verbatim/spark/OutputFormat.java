package io.verbatim.spark;

/** How the job writes its result. The constants are spelled as on the command line. */
enum OutputFormat {
    /** Parquet. */
    parquet("parquet"),
    /** A JSON object a line; fields that are null are left out. */
    jsonl("json");

    private final String source;

    OutputFormat(String source) {
        this.source = source;
    }

    /** Spark's name of the format. */
    String source() {
        return source;
    }
}
