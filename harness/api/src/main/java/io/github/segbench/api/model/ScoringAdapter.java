package io.github.segbench.api.model;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An adapter of a network that scores every class at every pixel, so that its scores can be refined
 * before they become segmentations.
 */
public interface ScoringAdapter extends ModelAdapter {

  ScoreOutput scoreOutput();

  /**
   * What the sides of the network's input are multiples of; empty if the network takes only the
   * inputs that {@link #preprocess} makes, so that nothing can be put around it.
   */
  OptionalInt inputMultiple();

  /**
   * Probabilities at the size of the original images, one for each geometry, in order.
   *
   * @throws ModelException if an output is missing or has another type or shape than the family
   *     expects
   */
  List<ClassScores> scores(Map<String, Tensor> outputs, List<ImageGeometry> geometries);

  /**
   * The segmentation of the best class at each pixel; of equal classes the first. Of two classes
   * with a threshold between them it is the second where its probability is higher than that.
   *
   * @param scores as {@link #scores} gives them, refined or not: unrefined ones become what {@link
   *     #postprocess} gives
   */
  Segmentations segmentation(ClassScores scores);
}
