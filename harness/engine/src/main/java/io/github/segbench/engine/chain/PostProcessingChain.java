package io.github.segbench.engine.chain;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.api.model.PostProcessing;
import io.github.segbench.api.model.PostProcessing.AroundNetwork;
import io.github.segbench.api.model.PostProcessing.OnScores;
import io.github.segbench.api.model.PostProcessing.OnSegmentations;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.model.PostProcessorSpec;
import io.github.segbench.api.model.ScoringAdapter;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A model's adapter with the post-processors of its YAML around and behind the network. Without any
 * it gives what the adapter gives. Safe to use from many threads.
 */
public final class PostProcessingChain {
  private final ModelAdapter adapter;
  private final @Nullable ScoringAdapter scoring;
  private final List<AroundNetwork> aroundNetwork = new ArrayList<>();
  private final List<OnScores> onScores = new ArrayList<>();
  private final List<OnSegmentations> onSegmentations = new ArrayList<>();

  private PostProcessingChain(ModelAdapter adapter) {
    this.adapter = adapter;
    this.scoring = adapter instanceof ScoringAdapter scores ? scores : null;
  }

  /** A chain without steps. */
  public static PostProcessingChain none(ModelAdapter adapter) {
    return new PostProcessingChain(adapter);
  }

  /**
   * The chain of a model.
   *
   * @throws ModelException if a step does not fit the model or stands in the wrong place
   */
  public static PostProcessingChain of(
      ModelSpec model, ModelAdapter adapter, PluginRegistry<PostProcessor> known) {
    PostProcessingChain chain = new PostProcessingChain(adapter);
    OptionalInt multiple =
        chain.scoring == null ? OptionalInt.empty() : chain.scoring.inputMultiple();
    ModelSpec padded =
        multiple.isEmpty()
            ? model
            : model.withPreprocessing(model.preprocessing().withPadMultiple(multiple.getAsInt()));
    List<String> ids = new ArrayList<>();
    for (PostProcessorSpec step : model.postProcessors()) {
      PostProcessing processing = known.get(step.id()).forModel(padded, step.options());
      String found = "model " + model.id() + ": post-processor " + step.id();
      if (chain.scoring == null && !(processing instanceof OnSegmentations)) {
        throw new ModelException(
            found
                + " works on class scores, which family "
                + model.family()
                + " with these options does not give, expected a network that scores every class"
                + " at every pixel");
      }
      if (processing instanceof AroundNetwork && multiple.isEmpty()) {
        throw new ModelException(
            found
                + " gives the network other inputs, which family "
                + model.family()
                + " with these options does not allow, expected a network that runs on the whole"
                + " image at once");
      }
      if (!chain.add(processing)) {
        throw new ModelException(
            found
                + " stands behind "
                + ids.get(ids.size() - 1)
                + ", expected first the steps around the network, then those on class scores, then"
                + " those on segmentations");
      }
      ids.add(step.id());
    }
    return chain;
  }

  /** False if a step of a later kind is there already. */
  private boolean add(PostProcessing step) {
    if (step instanceof AroundNetwork around && onScores.isEmpty() && onSegmentations.isEmpty()) {
      return aroundNetwork.add(around);
    }
    if (step instanceof OnScores scores && onSegmentations.isEmpty()) {
      return onScores.add(scores);
    }
    return step instanceof OnSegmentations segmentations && onSegmentations.add(segmentations);
  }

  /** The network with the steps around it; the first step is the outermost. */
  public NetworkPass around(NetworkPass network) {
    NetworkPass pass = network;
    if (scoring != null) {
      for (int i = aroundNetwork.size() - 1; i >= 0; i--) {
        pass = aroundNetwork.get(i).around(pass, scoring.scoreOutput());
      }
    }
    return pass;
  }

  /** Whether there are steps on class scores or segmentations. */
  public boolean refines() {
    return !onScores.isEmpty() || !onSegmentations.isEmpty();
  }

  /**
   * From a pass's outputs to refined segmentations.
   *
   * @param geometries of the batch, as the adapter gave them
   * @param images of the batch, as they came
   */
  public Postprocessed postprocess(
      Map<String, Tensor> outputs, List<ImageGeometry> geometries, List<RgbImage> images) {
    if (scoring == null || onScores.isEmpty()) {
      return refined(adapter.postprocess(outputs, geometries), images, 0);
    }
    List<ClassScores> scores = scoring.scores(outputs, geometries);
    long start = System.nanoTime();
    List<ClassScores> refined = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      ClassScores image = scores.get(i);
      for (OnScores step : onScores) {
        image = step.refine(image, images.get(i));
      }
      refined.add(image);
    }
    long nanos = System.nanoTime() - start;
    return refined(refined.stream().map(scoring::segmentation).toList(), images, nanos);
  }

  private Postprocessed refined(
      List<Segmentations> segmentations, List<RgbImage> images, long nanos) {
    if (onSegmentations.isEmpty()) {
      return new Postprocessed(segmentations, nanos);
    }
    long start = System.nanoTime();
    List<Segmentations> refined = new ArrayList<>();
    for (int i = 0; i < segmentations.size(); i++) {
      Segmentations image = segmentations.get(i);
      for (OnSegmentations step : onSegmentations) {
        image = step.refine(image, images.get(i));
      }
      refined.add(image);
    }
    return new Postprocessed(refined, nanos + System.nanoTime() - start);
  }
}
