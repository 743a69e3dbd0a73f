package io.github.segbench.api.model;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One model's way from images to tensors and from tensors to segmentations. Runs no network. Safe
 * to use from many threads.
 */
public interface ModelAdapter {
  /** The tasks that {@link #postprocess} gives a segmentation for. */
  Set<SegmentationTask> tasks();

  /**
   * The network's input for a batch of images.
   *
   * @param images 1 to {@code maxBatch}; all must come to the same input size
   * @return to be closed when the network has run
   * @throws ModelException if the batch is too large or the images come to different sizes
   */
  ModelInput preprocess(List<RgbImage> images);

  /**
   * How its predictions get categories, for models that know none: the ids of their semantic
   * segmentations are numbers of segments, from 0. Empty for a model that predicts categories.
   */
  default Optional<SegmentMatching> matching() {
    return Optional.empty();
  }

  /**
   * A session that computes the outputs without a backend, for families that need none; to be
   * closed by the caller.
   *
   * @throws ModelException if the family needs a backend
   */
  default InferenceSession ownSession() {
    throw new ModelException("the model has no session of its own, expected a backend to run it");
  }

  /**
   * The network in the way in which it must be run to fit the adapter's inputs and outputs, such as
   * tile by tile; most are run as they are. Closing it closes {@code network}.
   */
  default InferenceSession around(InferenceSession network) {
    return network;
  }

  /**
   * The segmentations of a batch, at the size of the original images, in the model's own category
   * ids.
   *
   * @param outputs the network's outputs by name
   * @param geometries as {@link #preprocess} gave them
   * @return one for each image, in order
   * @throws ModelException if an output is missing or has another type or shape than the family
   *     expects
   */
  List<Segmentations> postprocess(Map<String, Tensor> outputs, List<ImageGeometry> geometries);
}
