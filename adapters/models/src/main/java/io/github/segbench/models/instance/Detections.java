package io.github.segbench.models.instance;

import java.util.List;

/**
 * What a network found in one image.
 *
 * @param rowCount rows of the network's outputs, some of which may be padding
 * @param byScore without padding, by descending score; equal scores stay in the network's order
 */
public record Detections(int rowCount, List<Detection> byScore) {
  public Detections {
    byScore = List.copyOf(byScore);
  }
}
