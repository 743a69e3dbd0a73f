package io.github.segbench.inspect.file;

import io.github.segbench.api.inference.Precision;

/**
 * The numbers that a network computes with.
 *
 * @param precision as model files of segbench name it
 * @param description for people, such as {@code int8, QDQ}
 */
public record WeightFormat(Precision precision, String description) {}
