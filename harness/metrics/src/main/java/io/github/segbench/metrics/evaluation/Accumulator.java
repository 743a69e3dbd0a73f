package io.github.segbench.metrics.evaluation;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The running state of one task's evaluation: what is counted of each image.
 *
 * <p>Not safe for use from several threads: each thread fills its own, and they are merged. The
 * evaluation is the same to the last bit however images were spread over accumulators.
 */
public interface Accumulator {
  /**
   * Scores one image.
   *
   * @param image position of the image in its split; each may be added once
   * @throws MetricException if a side lacks the task, the sizes differ, or a segmentation is not
   *     sound; nothing of the image is counted then
   * @throws IllegalArgumentException if the position is negative or the image was added before
   */
  void add(int image, Segmentations truth, Segmentations prediction);

  /**
   * Takes over what another accumulator of the same kind has seen.
   *
   * @throws IllegalArgumentException if the other is of another kind or shares an image
   */
  void merge(Accumulator other);

  /** The numbers of the images seen so far, for resampling, slicing and comparing. */
  Resamplable numbers();

  /**
   * The same over some of the categories alone: means over these, and the numbers of each. Numbers
   * that are no mean over categories, such as pixel accuracy, are left out.
   *
   * @return empty if none of the numbers is of these categories
   */
  default Optional<Resamplable> numbers(Predicate<Category> categories) {
    return Optional.empty();
  }

  /**
   * In how many of the images seen so far the ground truth has each category, crowds not counted.
   *
   * @return empty if the accumulator does not know
   */
  default Optional<AnnotatedImages> annotatedImages() {
    return Optional.empty();
  }

  /** The metrics of all images seen so far. */
  Evaluation evaluate(BootstrapSettings bootstrap);
}
