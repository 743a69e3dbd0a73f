package io.github.segbench.metrics.evaluation;

import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;

/**
 * Ground truth and prediction of one image under one task, of the same size.
 *
 * @param <S> a segmentation of the task
 */
public record ImagePair<S extends Segmentation>(S truth, S prediction) {
  /**
   * @throws MetricException if the sizes differ
   */
  public ImagePair {
    if (truth.width() != prediction.width() || truth.height() != prediction.height()) {
      throw new MetricException(
          "the prediction has "
              + prediction.width()
              + "x"
              + prediction.height()
              + " pixels, the ground truth "
              + truth.width()
              + "x"
              + truth.height());
    }
  }

  /**
   * The pair of one task.
   *
   * @param type the segmentation of that task
   * @throws MetricException if a side lacks the task or the sizes differ
   */
  public static <S extends Segmentation> ImagePair<S> of(
      SegmentationTask task, Class<S> type, Segmentations truth, Segmentations prediction) {
    return new ImagePair<>(
        side(task, type, truth, "ground truth"), side(task, type, prediction, "prediction"));
  }

  private static <S extends Segmentation> S side(
      SegmentationTask task, Class<S> type, Segmentations segmentations, String side) {
    return segmentations
        .of(task)
        .map(type::cast)
        .orElseThrow(
            () -> new MetricException("the " + side + " has no " + task.id() + " segmentation"));
  }
}
