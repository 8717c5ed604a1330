package io.verbatim.benchmark;

import io.verbatim.LabelledArticle;
import io.verbatim.benchmark.Inputs.Sample;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one call takes: percentiles over the articles of the table, each in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-Xmx96m", "-XX:+UseSerialGC"})
public class Latency {

    private int next;

    /** The first sentence of an article, as an article of its own. */
    @Benchmark
    public LabelledArticle sentence(Inputs inputs) {
        List<List<String>> paragraphs = next(inputs).paragraphs();
        return inputs.classifier.label("", List.of(paragraphs.get(0).subList(0, 1)));
    }

    /** A whole article as plain text. */
    @Benchmark
    public LabelledArticle article(Inputs inputs) {
        return inputs.classifier.label(next(inputs).text());
    }

    private Sample next(Inputs inputs) {
        next = (next + 1) % inputs.samples.size();
        return inputs.samples.get(next);
    }
}
