package io.verbatim.spark;

import org.apache.spark.sql.SparkSession;

/** A Spark of this process's own, for tests. */
final class LocalSpark {

    private LocalSpark() {}

    /** A session on two threads, without page or network; every test class closes its own. */
    static SparkSession start() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 4)
                .getOrCreate();
    }
}
