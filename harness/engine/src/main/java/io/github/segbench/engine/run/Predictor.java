package io.github.segbench.engine.run;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.chain.Postprocessed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One trial's way from an image to a prediction in the data set's categories. The ground truth is
 * used by models alone that know no categories.
 *
 * <p>Safe to use from many threads: they prepare and decode side by side, but the network runs one
 * image at a time, because it has threads of its own.
 */
final class Predictor {
  private final OpenTrial trial;
  private final NetworkPass network;
  private final Lock session = new ReentrantLock();
  private final Optional<SegmentAssignment> assignment;

  Predictor(OpenTrial trial) {
    this.trial = trial;
    this.network = trial.chain().around(this::runSession);
    this.assignment =
        trial
            .adapter()
            .matching()
            .map(matching -> new SegmentAssignment(matching, trial.dataset().labels()));
  }

  /**
   * @param truth what is to be predicted, in the data set's categories
   * @throws CancellationException if the thread is interrupted while it waits for the network
   */
  Segmentations predict(RgbImage image, Segmentations truth) {
    return inDatasetCategories(predict(image), truth);
  }

  /**
   * What the model says, in its own categories.
   *
   * @throws CancellationException if the thread is interrupted while it waits for the network
   */
  Segmentations predict(RgbImage image) {
    List<RgbImage> images = List.of(image);
    try (ModelInput input = trial.adapter().preprocess(images);
        InferenceOutputs outputs = network.run(input.tensors(), input.geometries())) {
      Postprocessed predictions =
          trial.chain().postprocess(outputs.tensors(), input.geometries(), images);
      return predictions.segmentations().get(0);
    }
  }

  /**
   * @param predicted in the model's own categories
   * @param truth what was to be predicted, in the data set's categories
   */
  Segmentations inDatasetCategories(Segmentations predicted, Segmentations truth) {
    return assignment
        .map(known -> known.apply(predicted, truth))
        .orElseGet(() -> trial.mapping().apply(predicted));
  }

  private InferenceOutputs runSession(Map<String, Tensor> inputs, List<ImageGeometry> geometries) {
    try {
      session.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the network");
    }
    try {
      return trial.session().run(inputs);
    } finally {
      session.unlock();
    }
  }
}
