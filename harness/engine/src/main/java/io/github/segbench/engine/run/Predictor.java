package io.github.segbench.engine.run;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.List;
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
  private final Lock network = new ReentrantLock();
  private final Optional<SegmentAssignment> assignment;

  Predictor(OpenTrial trial) {
    this.trial = trial;
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
    try (ModelInput input = trial.adapter().preprocess(List.of(image));
        InferenceOutputs outputs = runNetwork(input)) {
      List<Segmentations> predictions =
          trial.adapter().postprocess(outputs.tensors(), input.geometries());
      Segmentations prediction = predictions.get(0);
      return assignment
          .map(known -> known.apply(prediction, truth))
          .orElseGet(() -> trial.mapping().apply(prediction));
    }
  }

  private InferenceOutputs runNetwork(ModelInput input) {
    try {
      network.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the network");
    }
    try {
      return trial.session().run(input.tensors());
    } finally {
      network.unlock();
    }
  }
}
