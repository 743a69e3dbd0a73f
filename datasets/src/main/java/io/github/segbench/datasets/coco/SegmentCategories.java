package io.github.segbench.datasets.coco;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.Arrays;

/** Makes a label map of a panoptic map. */
final class SegmentCategories {
  private SegmentCategories() {}

  /** The category of each pixel's segment, crowds included; the ignore id where there is none. */
  static SemanticSegmentation of(PanopticSegmentation map, LabelSet labels) {
    short[] ids = new short[map.width() * map.height()];
    Arrays.fill(ids, (short) labels.ignoreId().orElseThrow());
    map.forEachRun(
        (segment, from, to) ->
            Arrays.fill(ids, from, to, (short) map.segments().get(segment).category()));
    return new SemanticSegmentation(new LabelMap(map.width(), map.height(), ids));
  }
}
