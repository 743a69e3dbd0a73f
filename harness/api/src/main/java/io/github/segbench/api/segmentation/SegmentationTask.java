package io.github.segbench.api.segmentation;

import java.util.Locale;

/** What a segmentation says: a class per pixel, a list of objects, or both at once. */
public enum SegmentationTask {
  /** One category per pixel. */
  SEMANTIC,
  /** A list of scored masks that may overlap. */
  INSTANCE,
  /** Every pixel belongs to at most one segment, of a thing or of stuff. */
  PANOPTIC;

  /** The lower-case name used in configuration and result files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
