package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.metrics.boundary.MaskBoundary;
import io.github.segbench.metrics.evaluation.ImagePair;

/**
 * Counts the pixels that the segments of an image share, in buffers that the next image uses again:
 * what it returns is valid until then.
 */
final class OverlapCounter {
  private final IdPairCounts masks = new IdPairCounts();
  private final IdPairCounts boundaries = new IdPairCounts();
  private final SegmentBoundaries truthBoundaries = new SegmentBoundaries();
  private final SegmentBoundaries predictionBoundaries = new SegmentBoundaries();

  /** Overlaps of whole segments. */
  SegmentOverlaps ofMasks(ImagePair<PanopticSegmentation> image) {
    PanopticSegmentation truth = image.truth();
    PanopticSegmentation prediction = image.prediction();
    masks.clear();
    IdPairKernel.count(truth.segmentIds(), prediction.segmentIds(), masks);
    return new SegmentOverlaps(masks, truth.segments(), prediction.segments());
  }

  /** Overlaps of the boundaries of segments. Void stays whole, as in the reference. */
  SegmentOverlaps ofBoundaries(ImagePair<PanopticSegmentation> image) {
    PanopticSegmentation truth = image.truth();
    PanopticSegmentation prediction = image.prediction();
    boundaries.clear();
    IdPairKernel.count(
        boundaryMap(truth, truthBoundaries),
        boundaryMap(prediction, predictionBoundaries),
        boundaries);
    return new SegmentOverlaps(boundaries, truth.segments(), prediction.segments());
  }

  private static int[] boundaryMap(PanopticSegmentation map, SegmentBoundaries boundaries) {
    int distance = MaskBoundary.width(map.width(), map.height());
    return boundaries.of(map.width(), map.height(), map.segmentIds(), distance);
  }
}
