package io.verbatim.cli;

import io.verbatim.LabelledArticle;
import io.verbatim.QuoteClassifier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a fresh Java machine of 96 MB of heap needs to its first label, in a process of its own. */
final class FreshStart {

    private static final double NANOS = 1e9;

    private FreshStart() {}

    /**
     * The figures.
     *
     * @param cpuSeconds CPU time from the process's start to the first label of a plain text, the model's loading included
     * @param residentMegabytes memory after it, or 0 where the system doesn't say
     */
    record Figures(double cpuSeconds, double residentMegabytes) {
        @Override
        public String toString() {
            String memory = residentMegabytes == 0
                    ? ""
                    : String.format(Locale.ROOT, "; then %.0f MB resident with -Xmx96m", residentMegabytes);
            return String.format(Locale.ROOT, "%.2f s of CPU%s", cpuSeconds, memory);
        }
    }

    /**
     * Starts a Java machine of this one's kind and measures it.
     *
     * @param text the plain text that it labels, handed to it so that making one is not measured
     */
    static Figures measure(@Nullable Path model, String text) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FreshStart.class.getName()));
        if (model != null) {
            command.add(model.toAbsolutePath().toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("the process that measures the start failed with " + process.exitValue());
        }
        String[] figures = output.split(" ", -1);
        return new Figures(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
    }

    /** The measured process. */
    public static void main(String[] args) throws IOException {
        QuoteClassifier classifier =
                args.length == 0 ? QuoteClassifier.bundled() : QuoteClassifier.load(Path.of(args[0]));
        LabelledArticle article = classifier.label(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        // Not by the management beans, whose loading would be measured too.
        double seconds =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / NANOS;
        if (article.sentences().isEmpty()) {
            throw new IllegalStateException("a text without sentences");
        }
        System.out.println(seconds + " " + residentMegabytes());
    }

    private static double residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6;
            }
        }
        return 0;
    }
}
