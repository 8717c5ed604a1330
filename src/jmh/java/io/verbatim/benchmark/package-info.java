/** JMH's benchmarks: throughput beside peers, and latency. */
@NullMarked
package io.verbatim.benchmark;

import org.jspecify.annotations.NullMarked;
