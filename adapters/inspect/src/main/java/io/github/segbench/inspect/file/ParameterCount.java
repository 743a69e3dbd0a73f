package io.github.segbench.inspect.file;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a file holds in weights.
 *
 * @param parameters trainable weights as far as the file tells
 * @param elements of all stored tensors, by element type
 * @param bytes of all stored tensors
 */
public record ParameterCount(long parameters, Map<String, Long> elements, long bytes) {
  public ParameterCount {
    elements = Map.copyOf(elements);
  }

  /** By the name of the element type. */
  public Map<String, Long> sortedElements() {
    return new TreeMap<>(elements);
  }
}
