package io.github.segbench.latency;

import org.jspecify.annotations.Nullable;

/**
 * When the stages of one call ended; all but the last from {@link System#nanoTime()}.
 *
 * @param postprocessed when the post-processors were done too
 * @param refineNanos how much of the time since {@code inferred} was theirs; null if the model has
 *     none behind the network
 */
record StageTimes(
    long started,
    long decoded,
    long preprocessed,
    long inferred,
    long postprocessed,
    @Nullable Long refineNanos) {}
