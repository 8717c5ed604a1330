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
 * <p>{@code src/spark/scale-study 3000000 2 16}: 2,999,985 sentences of the articles in {@code data/}, repeated and varied, in 16
 * Parquet files, {@code local[2]} on two cores, start-up excluded. Other work shared the cores, so sentences a CPU-second, which
 * count the compilation and garbage collection of the whole process, say more than those of the clock.
 *
 * <table>
 *   <caption>Throughput with two threads</caption>
 *   <tr><th>whole-text articles</th><th>sentences a second</th><th>a CPU-second</th><th>microseconds of CPU</th></tr>
 *   <tr><td>plain engine, articles in memory</td><td>117,100</td><td>92,900</td><td>10.8</td></tr>
 *   <tr><td>read</td><td>1,034,000</td><td>880,000</td><td>1.1</td></tr>
 *   <tr><td>read, label</td><td>97,900</td><td>82,100</td><td>12.2</td></tr>
 *   <tr><td>read, label, write Parquet: the job</td><td>83,300</td><td>67,400</td><td>14.8</td></tr>
 *   <tr><th>sentences already split</th><th></th><th></th><th></th></tr>
 *   <tr><td>read, shuffle, sort</td><td>428,000</td><td>337,000</td><td>3.0</td></tr>
 *   <tr><td>read, shuffle, label, write Parquet: the job</td><td>not usable</td><td>53,600</td><td>18.7</td></tr>
 * </table>
 *
 * <p>The job has 71 % of the plain engine's throughput by the clock and 73 % by CPU. Of its 14.8 microseconds 4.0 are
 * Spark's: 1.1 to read, 0.3 to make rows, 2.6 to write. The last row took 56 seconds of CPU in 756 of the clock, on an
 * overloaded machine; in the shorter run below, on one thread, that job did 59,900 sentences a second. A sentence takes
 * 72 bytes in the articles, 75 in a split table and 103 with its labels (Parquet, Snappy; repeated articles compress
 * better than an archive).
 *
 * <p>With one thread and 299,990 sentences ({@code scale-study 300000 1 4 200}) the plain engine does 95,800 a second, the job 62,000
 * from 4 files and 51,300 from 200 files of 1,500 sentences: a short run is slower because its code is still compiled,
 * and small files because each is a task and an output file of its own.
 *
 * <p>The whole job, started by {@code spark-submit} with 768 MB of heap for driver and executor together, labels the 3 million
 * sentences in 50 seconds, start-up included, in four batches, with at most 1.01 GB resident.
 *
 * <h2>An archive of 200 million articles</h2>
 *
 * <p>An estimate, not a measurement, for as many articles as Quotebank has (Vaucher et al. 2021), with 20 sentences each: 4
 * billion sentences.
 *
 * <ul>
 *   <li>CPU: at 67,400 a CPU-second, 59,000 CPU-seconds or 16 core-hours; with stragglers, slower cores and real articles, which are all
 *       different, some 30. A hundred cores take about twenty minutes.
 *   <li>Storage: 290 GB in, 410 GB out by the bytes above; twice that is safer for real articles. Nothing is stored twice: a batch is
 *       moved, not copied.
 *   <li>Shuffle: none for whole text. A split table goes over the network once, about its compressed size (300 GB), and is sorted
 *       on local disks; it is one batch, so a killed driver begins again.
 *   <li>Where it breaks: files that can't be divided (gzipped JSON Lines, CSV, whose fields run over lines) are one task each, so
 *       none should have more than some hundred MB; millions of small files make the driver's list of files and {@code _batches} large;
 *       a split table with one enormous id is refused row by row, but all in one task; an object store without a rename has no
 *       whole batches.
 * </ul>
 */
@NullMarked
package io.verbatim.spark;

import org.jspecify.annotations.NullMarked;
