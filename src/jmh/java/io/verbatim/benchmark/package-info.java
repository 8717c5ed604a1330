/** JMH's benchmarks: throughput beside a peer, and latency. */
@NullMarked
package io.verbatim.benchmark;

import org.jspecify.annotations.NullMarked;
