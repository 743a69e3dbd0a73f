package io.github.segbench.djl;

/**
 * One tensor that a network gives.
 *
 * @param key in the dictionary that it came in; empty for one of a tuple or list, or the only one
 */
record NetworkOutput<T>(String key, T value) {}
