package io.verbatim.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations a second of the CPU time of the process and its children, the compiler's and collector's included:
 * {@code -prof io.verbatim.benchmark.CpuTime}. Steady where other processes take their share of the clock's time.
 */
public class CpuTime implements InternalProfiler {

    private static final double NANOS = 1e9;

    private long before;

    @Override
    public String getDescription() {
        return "Operations a second of CPU time";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = cpuTime();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = (cpuTime() - before) / NANOS;
        double operations = result.getMetadata().getAllOps();
        return List.of(new ScalarResult("cpu", operations / seconds, "ops/CPU-s", AggregationPolicy.AVG));
    }

    private static long cpuTime() {
        long own = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        long children = ProcessHandle.current()
                .children()
                .mapToLong(child -> child.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
                .sum();
        return own + children;
    }
}
