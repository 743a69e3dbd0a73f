package io.github.segbench.latency;

import io.github.segbench.engine.run.OutputDigests;

/**
 * What the fork of a cold start knows of it.
 *
 * @param firstResultEpochNanos the time of day at which the first segmentation was there, since
 *     1970 in UTC
 * @param modelLoadNanos from the open data set to the loaded network
 * @param firstInferenceNanos the network's first run
 * @param outputs the first image's
 */
record ColdStart(
    long firstResultEpochNanos,
    long modelLoadNanos,
    long firstInferenceNanos,
    OutputDigests outputs) {}
