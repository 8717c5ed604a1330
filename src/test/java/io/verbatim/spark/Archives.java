package io.verbatim.spark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Archives of articles for tests, and what a job made of them. */
final class Archives {

    private Archives() {}

    /** An article of some sentences that runs a quotation over two paragraphs. */
    static String text(int number) {
        return "The reservoir of district " + number + " is empty. Its keeper, who has measured it for "
                + (number % 40 + 2) + " years, said that nobody had listened.\n\n“We wrote to the council in spring,”"
                + " she said. “We wrote again in summer.\n\n“Then we stopped writing,” she added. The council denied that"
                + " any letter had arrived.";
    }

    /** Writes articles as JSON Lines. */
    static void write(Path file, int from, int to) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = from; i < to; i++) {
                out.write(line(Map.of("id", "made-up/" + i, "text", text(i))));
            }
        }
    }

    static byte[] line(Map<String, ?> object) throws IOException {
        return (JSON.std.asString(object) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The rows in the JSON Lines below a folder, by article and sentence. */
    static List<Map<String, Object>> rows(Path folder) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".json")).toList()) {
                    for (String line : Files.readAllLines(file)) {
                        rows.add(JSON.std.mapFrom(line));
                    }
                }
            }
        }
        rows.sort(Comparator.<Map<String, Object>, String>comparing(row -> String.valueOf(row.get("article")))
                .thenComparing(row -> row.get("sentence") instanceof Integer number ? number : -1));
        return rows;
    }
}
