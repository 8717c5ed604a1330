/**
 * Labels archives of articles on Apache Spark: {@link io.verbatim.spark.SparkLabeller} datasets,
 * {@link io.verbatim.spark.LabelJob} files.
 *
 * <h2>How the work is divided</h2>
 *
 * <p>A whole-text article is a row, which is labelled in the partition where it was read: the plan has no shuffle, and a
 * quotation that runs over paragraphs never leaves its article. A table of sentences already split needs one shuffle, on
 * the article's id, and a sort within the partitions, for its rows may stand anywhere.
 *
 * <p>The model is broadcast. An executor fetches its bytes once and makes one classifier, which is lock-free; its word
 * table grows to some 40 MB. A task holds one article at a time, of at most 1,048,576 UTF-16 code units, and one Parquet row
 * group for each of two open files.
 *
 * <h2>Why every article is in the result once</h2>
 *
 * <ul>
 *   <li>Within a batch, Spark's commit protocol takes the files of one attempt of each task, so an executor that dies, or
 *       a task that is tried again, neither doubles nor loses rows.
 *   <li>A batch is written to {@code _staging}, moved to {@code labels/batch=n} and {@code refused/batch=n}, and then
 *       named in {@code _batches/n.json} by a rename; that file lists the input files it holds. Only batches named there
 *       count: a job that starts removes all others and labels the input files that none of them lists. So each input file is
 *       in exactly one batch, whenever the driver died.
 *   <li>Labelled and refused rows are parts of one write, so no row is in both or in neither.
 *   <li>Two jobs must not write to one folder at a time, and the file system must rename a folder at once, as HDFS and local
 *       ones do. On an object store whose renames copy, write to HDFS and copy the finished folder.
 * </ul>
 *
 * <p>Readers take the folder once {@code _SUCCESS} is there; {@code error} is null in all of {@code labels}. Articles are told
 * apart by their rows, not by their ids: an id that stands in two rows is labelled twice.
 */
@NullMarked
package io.verbatim.spark;

import org.jspecify.annotations.NullMarked;
