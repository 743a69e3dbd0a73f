package io.github.segbench.models.semantic;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ScoreOutput;
import io.github.segbench.api.model.ScoringAdapter;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.models.NetworkOutputs;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The adapter of a network that gives a score for each class and pixel. */
final class ScoringSemanticAdapter implements ScoringAdapter {
  private final String model;
  private final SemanticAdapter adapter;
  private final ScoringDecoder decoder;

  /**
   * @param model its id, for messages
   * @param adapter with the same decoder
   */
  ScoringSemanticAdapter(String model, SemanticAdapter adapter, ScoringDecoder decoder) {
    this.model = model;
    this.adapter = adapter;
    this.decoder = decoder;
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return adapter.tasks();
  }

  @Override
  public ModelInput preprocess(List<RgbImage> images) {
    return adapter.preprocess(images);
  }

  @Override
  public InferenceSession around(InferenceSession network) {
    return adapter.around(network);
  }

  @Override
  public List<Segmentations> postprocess(
      Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
    return adapter.postprocess(outputs, geometries);
  }

  @Override
  public ScoreOutput scoreOutput() {
    return decoder.scoreOutput();
  }

  @Override
  public OptionalInt inputMultiple() {
    return adapter.inputMultiple();
  }

  @Override
  public List<ClassScores> scores(Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
    return decoder.scores(new NetworkOutputs(model, outputs), geometries);
  }

  @Override
  public Segmentations segmentation(ClassScores scores) {
    return Segmentations.of(new SemanticSegmentation(decoder.labels(scores)));
  }
}
