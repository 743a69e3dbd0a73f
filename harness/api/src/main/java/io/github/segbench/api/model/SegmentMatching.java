package io.github.segbench.api.model;

import java.util.Locale;

/**
 * How the numbered segments of a model that knows no categories are given the categories of the
 * ground truth, image by image. The ground truth is looked at, so the scores are those of a model
 * that is told what its segments are.
 */
public enum SegmentMatching {
  /**
   * Each category goes to at most one segment and each segment to at most one category, so that the
   * most pixels agree; segments that are left over predict void.
   */
  ONE_TO_ONE,
  /** Each segment gets the category of most of its pixels. */
  MAJORITY;

  /** The lower-case name used in configuration and result files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
