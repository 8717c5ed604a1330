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
 *
 * <h2>What Spark costs</h2>
 *
 * <p>{@code src/spark/scale-study 600000 2 4}: 600,056 sentences of the articles in {@code data/}, repeated and varied, in 4
 * Parquet files, {@code local[2]}, start-up excluded. The machine was shared with other work (load 17 on two cores), so
 * sentences a CPU-second, which count compilation and garbage collection of the whole process, say more than those of the
 * clock.
 *
 * <table>
 *   <caption>Sentences a CPU-second, and microseconds of CPU a sentence</caption>
 *   <tr><th>whole-text articles</th><th>a CPU-second</th><th>microseconds</th></tr>
 *   <tr><td>plain engine, articles in memory, 2 threads</td><td>69,100</td><td>14.5</td></tr>
 *   <tr><td>read</td><td>359,000</td><td>2.8</td></tr>
 *   <tr><td>read, label</td><td>52,500</td><td>19.1</td></tr>
 *   <tr><td>read, label, write Parquet: the job</td><td>47,600</td><td>21.0</td></tr>
 *   <tr><th>sentences already split</th><th></th><th></th></tr>
 *   <tr><td>read, shuffle, sort</td><td>174,000</td><td>5.7</td></tr>
 *   <tr><td>read, shuffle, label, write Parquet: the job</td><td>43,600</td><td>22.9</td></tr>
 * </table>
 *
 * <p>So the job has 69 % of the plain engine's throughput; of its 21.0 microseconds Spark takes 6.5: 2.8 to read, 1.8 to make rows,
 * 1.9 to write. By the clock it was 53 % in that run. Sixteen files of 19,000 sentences instead, with half the sentences, took 34
 * microseconds before the columns of unique values went without a dictionary: small files, and a short run, cost more than
 * anything else. A sentence takes 72 bytes in the articles, 74 in a split table and 99 with its labels (Parquet, Snappy; repeated
 * articles compress better than an archive).
 *
 * <h2>An archive of 200 million articles</h2>
 *
 * <p>An estimate, not a measurement, for as many articles as Quotebank has (Vaucher et al. 2021), with 20 sentences each: 4
 * billion sentences.
 *
 * <ul>
 *   <li>CPU: at 47,600 a CPU-second, 84,000 CPU-seconds or 23 core-hours; with stragglers and slower cores, some 40. A hundred
 *       cores take less than half an hour.
 *   <li>Storage: 290 GB in, 400 GB out by the bytes above; twice that is safer, as real articles are all different. A batch of 16 GB of
 *       input needs its labels' 22 GB a second time only while it is moved.
 *   <li>Shuffle: none for whole text. A split table goes over the network once, about its compressed size (300 GB), and is sorted
 *       on local disks; it is one batch, so a killed driver begins again.
 *   <li>Where it breaks: files that can't be divided (gzipped JSON Lines, CSV, whose fields run over lines) are one task each, so
 *       none should have more than some hundred MB; millions of small files make the driver's list of files and the {@code _batches}
 *       large, and a task each is mostly start-up; a split table with one enormous id is refused row by row, but all in one task; an
 *       object store without a rename has no whole batches.
 * </ul>
 */
@NullMarked
package io.verbatim.spark;

import org.jspecify.annotations.NullMarked;
