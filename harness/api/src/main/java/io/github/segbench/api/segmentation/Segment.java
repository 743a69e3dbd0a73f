package io.github.segbench.api.segmentation;

/**
 * What a segment id of a panoptic map stands for.
 *
 * @param id its value in the map, 1..16777215
 * @param category id in the label set
 * @param crowd true for a region of many objects that were not told apart
 */
public record Segment(int id, int category, boolean crowd) {
  public Segment {
    if (id < 1 || id > 0xFFFFFF) {
      throw new IllegalArgumentException("segment id must be 1..16777215: " + id);
    }
  }
}
