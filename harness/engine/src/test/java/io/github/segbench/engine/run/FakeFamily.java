package io.github.segbench.engine.run;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that predicts the red channel of an image as its labels. */
final class FakeFamily implements ModelFamily {
  /** Inputs that were made and not yet closed. */
  final AtomicInteger openInputs = new AtomicInteger();

  /** The most inputs that were open at a time. */
  final AtomicInteger mostOpenInputs = new AtomicInteger();

  /** The sessions that were given to an adapter. */
  final AtomicInteger sessionsAround = new AtomicInteger();

  /** Whether an adapter refuses the session that it is given. */
  boolean refusesSessions;

  private final Set<SegmentationTask> tasks;

  FakeFamily(SegmentationTask... tasks) {
    this.tasks = Set.of(tasks);
  }

  @Override
  public String id() {
    return "fake";
  }

  @Override
  public String description() {
    return "Predicts the red channel.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of();
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    return new Adapter();
  }

  private final class Adapter implements ModelAdapter {
    @Override
    public Set<SegmentationTask> tasks() {
      return tasks;
    }

    @Override
    public ModelInput preprocess(List<RgbImage> images) {
      RgbImage image = images.get(0);
      float[] red = new float[image.width() * image.height()];
      for (int i = 0; i < red.length; i++) {
        red[i] = image.channel(i % image.width(), i / image.width(), 0);
      }
      int open = openInputs.incrementAndGet();
      mostOpenInputs.accumulateAndGet(open, Math::max);
      return new ModelInput(
          Map.of("image", Tensor.ofFloats(red, 1, image.height(), image.width())),
          List.of(
              new ImageGeometry(
                  image.width(),
                  image.height(),
                  image.width(),
                  image.height(),
                  image.width(),
                  image.height())),
          openInputs::decrementAndGet);
    }

    @Override
    public InferenceSession around(InferenceSession network) {
      sessionsAround.incrementAndGet();
      if (refusesSessions) {
        throw new ModelException("no such session");
      }
      return network;
    }

    @Override
    public List<Segmentations> postprocess(
        Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
      ImageGeometry size = geometries.get(0);
      FloatBuffer values = outputs.get("labels").floats();
      short[] labels = new short[size.originalWidth() * size.originalHeight()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = (short) values.get(i);
      }
      return List.of(
          Segmentations.of(
              new SemanticSegmentation(
                  new LabelMap(size.originalWidth(), size.originalHeight(), labels))));
    }
  }
}
