package io.github.segbench.api.segmentation;

import java.util.List;

/** The segments of a panoptic map and which of them each pixel belongs to. */
sealed interface SegmentPixels permits SegmentIdPixels, SegmentRuns {
  List<Segment> segments();

  /** Number of pixels. */
  int size();

  /** An id per pixel, row-major. */
  int[] ids();

  void forEachRun(PanopticSegmentation.Run run);
}
