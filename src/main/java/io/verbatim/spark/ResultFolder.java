package io.verbatim.spark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of a job's result: {@code labels/batch=…}, {@code refused/batch=…}, and {@code _batches/….json} for each
 * batch that is whole.
 *
 * <p>A batch is written aside, in {@code _staging}, and moved into place folder by folder; the file in {@code _batches}
 * comes last, by a rename, and says which input files the batch holds. Whoever comes after an interruption removes what
 * has no such file and labels the input files that none names: so each is in exactly one batch. For one job at a time.
 */
final class ResultFolder {

    private static final String LABELS = "labels";
    private static final String REFUSED = "refused";
    private static final List<String> PARTS = List.of(REFUSED, LABELS);

    private final FileSystem system;
    private final Path root;
    private final Path batches;
    private final Path staging;
    private final Map<String, String> options;
    private final Map<String, Long> done = new HashMap<>();
    private Totals totals = Totals.NONE;
    private int next;

    /**
     * Opens a folder, makes it where it is missing, and clears away what an interrupted job left.
     *
     * @param options what decides the result, besides the input; all batches must have the same
     * @throws JobException where the folder holds a result of other options
     */
    ResultFolder(FileSystem system, Path root, Map<String, String> options) throws IOException, JobException {
        this.system = system;
        this.root = root;
        this.batches = new Path(root, "_batches");
        this.staging = new Path(root, "_staging");
        this.options = Map.copyOf(options);
        if (system.exists(root) && !system.exists(batches) && system.listStatus(root).length > 0) {
            throw new JobException(root + ": is not empty and holds no result of this job; name another --out");
        }
        system.mkdirs(batches);
        system.delete(success(), false);
        system.delete(staging, true);
        for (FileStatus file : system.listStatus(batches)) {
            if (file.getPath().getName().endsWith(".json")) {
                readBatch(file.getPath());
            }
        }
        removeUnfinished();
    }

    private void readBatch(Path file) throws IOException, JobException {
        Map<String, Object> batch;
        try (InputStream in = system.open(file)) {
            batch = JSON.std.mapFrom(in);
        }
        if (!options.equals(batch.get("options"))) {
            throw new JobException(root + ": holds a result of other options or another model, " + batch.get("options")
                    + " instead of " + options + "; name another --out");
        }
        object(batch, "files").forEach((path, length) -> done.put(path, ((Number) length).longValue()));
        TreeMap<String, Long> refused = new TreeMap<>();
        object(batch, REFUSED).forEach((reason, rows) -> refused.put(reason, ((Number) rows).longValue()));
        totals = totals.plus(new Totals(number(batch, "articles"), number(batch, "sentences"), refused));
        next = Math.max(next, Math.toIntExact(number(batch, "batch")) + 1);
    }

    private void removeUnfinished() throws IOException {
        for (String part : PARTS) {
            Path folder = new Path(root, part);
            if (system.exists(folder)) {
                for (FileStatus batch : system.listStatus(folder)) {
                    String number = batch.getPath().getName().replace("batch=", "");
                    if (!system.exists(new Path(batches, number + ".json"))) {
                        system.delete(batch.getPath(), true);
                    }
                }
            }
        }
    }

    /**
     * The files that are not labelled yet.
     *
     * @throws JobException where one that is labelled has changed since
     */
    List<InputFile> remaining(List<InputFile> files) throws JobException {
        List<InputFile> remaining = new ArrayList<>();
        for (InputFile file : files) {
            Long length = done.get(file.path());
            if (length == null) {
                remaining.add(file);
            } else if (length != file.length()) {
                throw new JobException(file.path() + ": has changed since it was labelled; name another --out");
            }
        }
        return remaining;
    }

    /** What all whole batches hold. */
    Totals totals() {
        return totals;
    }

    /** Where the next batch is to be written, in the folders {@code part=labels} and {@code part=refused}. */
    Path staging() {
        return staging;
    }

    /** Takes what has been written to {@link #staging()} as the batch of these files. */
    void commit(List<InputFile> files, Totals counted) throws IOException {
        String number = String.format(Locale.ROOT, "%05d", next);
        for (String part : PARTS) {
            Path written = new Path(staging, "part=" + part);
            if (system.exists(written)) {
                system.mkdirs(new Path(root, part));
                rename(written, new Path(new Path(root, part), "batch=" + number));
            }
        }
        Map<String, Object> batch = new LinkedHashMap<>();
        batch.put("batch", next);
        batch.put("options", new TreeMap<>(options));
        batch.put("articles", counted.articles());
        batch.put("sentences", counted.sentences());
        batch.put(REFUSED, counted.refused());
        Map<String, Long> lengths = new LinkedHashMap<>();
        files.forEach(file -> lengths.put(file.path(), file.length()));
        batch.put("files", lengths);
        Path temporary = new Path(staging, number + ".json");
        try (OutputStream out = system.create(temporary)) {
            out.write(JSON.std.asBytes(batch));
        }
        rename(temporary, new Path(batches, number + ".json"));
        system.delete(staging, true);
        done.putAll(lengths);
        totals = totals.plus(counted);
        next++;
    }

    /** Says that nothing is left to do. */
    void finish() throws IOException {
        system.create(success()).close();
    }

    private Path success() {
        return new Path(root, "_SUCCESS");
    }

    private void rename(Path from, Path to) throws IOException {
        if (!system.rename(from, to)) {
            throw new IOException(from + " could not be moved to " + to);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> batch, String field) {
        return (Map<String, Object>) Objects.requireNonNull(batch.get(field), field);
    }

    private static long number(Map<String, Object> batch, String field) {
        return ((Number) Objects.requireNonNull(batch.get(field), field)).longValue();
    }
}
