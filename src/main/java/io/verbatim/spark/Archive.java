package io.verbatim.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of an archive, all of one format.
 *
 * @param format their format
 * @param files the files, sorted by path
 */
record Archive(InputFormat format, List<InputFile> files) {

    private static final String ENDINGS = ".parquet, .jsonl, .ndjson, .json or .csv";

    Archive {
        files = List.copyOf(files);
    }

    /**
     * Finds the files below some paths; names that begin with a dot or an underscore are left out.
     *
     * @param paths files, folders or patterns ({@code 2024-*}) of any file system that Hadoop knows
     * @throws JobException where there is no file or they are of several formats
     */
    static Archive find(List<String> paths, Configuration hadoop) throws IOException, JobException {
        List<InputFile> files = new ArrayList<>();
        Set<InputFormat> formats = EnumSet.noneOf(InputFormat.class);
        for (String each : paths) {
            Path path = new Path(each);
            FileSystem system = path.getFileSystem(hadoop);
            FileStatus[] found = system.globStatus(path);
            if (found == null || found.length == 0) {
                throw new JobException(each + ": no such file; check the path");
            }
            for (FileStatus status : found) {
                add(system, status, files, formats);
            }
        }
        if (files.isEmpty()) {
            throw new JobException(String.join(", ", paths) + ": no file that ends in " + ENDINGS);
        } else if (formats.size() > 1) {
            throw new JobException(
                    String.join(", ", paths) + ": files of several formats " + formats + "; label each by itself");
        }
        List<InputFile> sorted = files.stream()
                .distinct()
                .sorted(Comparator.comparing(InputFile::path))
                .toList();
        return new Archive(formats.iterator().next(), sorted);
    }

    /** A file of an unknown ending is none of the archive's. */
    private static void add(FileSystem system, FileStatus status, List<InputFile> files, Set<InputFormat> formats)
            throws IOException {
        String name = status.getPath().getName();
        if (status.isDirectory()) {
            for (FileStatus child : system.listStatus(status.getPath())) {
                if (!child.getPath().getName().matches("[._].*")) {
                    add(system, child, files, formats);
                }
            }
            return;
        }
        Optional<InputFormat> format = InputFormat.of(name);
        if (format.isPresent()) {
            formats.add(format.get());
            files.add(new InputFile(status.getPath().toString(), status.getLen()));
        }
    }

    /**
     * Files in groups of about so many bytes, in order; one file at least.
     *
     * @param bytes how many bytes a group may have
     */
    static List<List<InputFile>> batches(List<InputFile> files, long bytes) {
        List<List<InputFile>> batches = new ArrayList<>();
        long room = 0;
        for (InputFile file : files) {
            if (batches.isEmpty() || room < file.length()) {
                batches.add(new ArrayList<>());
                room = bytes;
            }
            batches.get(batches.size() - 1).add(file);
            room -= file.length();
        }
        return batches;
    }
}
