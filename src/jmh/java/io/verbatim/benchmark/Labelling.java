package io.verbatim.benchmark;

import io.verbatim.benchmark.Inputs.Sample;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Sentences a second, by Verbatim and by its peers, from strings. Every operation labels one article after the other and
 * counts as many operations as it has sentences. The garbage collector is the serial one, so that time on one thread is
 * nearly CPU time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class Labelling {

    /** Sentences of {@code data/train.csv}: what one operation labels. */
    static final int SENTENCES = 4900;

    /** Sentences already split. */
    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public void split(Inputs inputs, Blackhole hole) {
        for (Sample sample : inputs.samples) {
            hole.consume(inputs.classifier.label("", sample.paragraphs()));
        }
    }

    /** Plain texts. */
    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public void raw(Inputs inputs, Blackhole hole) {
        for (Sample sample : inputs.samples) {
            hole.consume(inputs.classifier.label(sample.text()));
        }
    }

    /** Sentences already split, by OpenNLP. */
    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public void splitByPeer(Inputs inputs, Blackhole hole) {
        for (Sample sample : inputs.samples) {
            List<double[]> probabilities = inputs.peer.label(sample.paragraphs());
            hole.consume(probabilities);
        }
    }

    /** Sentences already split, by fastText, where it is installed. */
    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public void splitByFastText(Inputs inputs, FastText peer, Blackhole hole) throws IOException {
        for (Sample sample : inputs.samples) {
            hole.consume(peer.label(sample.paragraphs()));
        }
    }

    /** Plain texts, by OpenNLP. */
    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public void rawByPeer(Inputs inputs, Blackhole hole) {
        for (Sample sample : inputs.samples) {
            hole.consume(inputs.peer.label(sample.text()));
        }
    }
}
