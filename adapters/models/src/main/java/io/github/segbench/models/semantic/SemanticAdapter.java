package io.github.segbench.models.semantic;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.models.NetworkOutputs;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The adapter of every network that gives a class for each pixel. */
final class SemanticAdapter implements ModelAdapter {
  private final String model;
  private final ImagePreprocessor preprocessor;
  private final SemanticDecoder decoder;
  private final UnaryOperator<InferenceSession> around;

  private SemanticAdapter(
      String model,
      ImagePreprocessor preprocessor,
      SemanticDecoder decoder,
      UnaryOperator<InferenceSession> around) {
    this.model = model;
    this.preprocessor = preprocessor;
    this.decoder = decoder;
    this.around = around;
  }

  /** The adapter of a network that takes and gives just what its description says. */
  static ModelAdapter of(ModelSpec spec) {
    return of(
        spec.id(),
        new ImagePreprocessor(spec.id(), spec.preprocessing()),
        SemanticOptions.decoder(spec));
  }

  /**
   * The adapter, with class scores if the decoder gives them.
   *
   * @param model its id, for messages
   */
  static ModelAdapter of(String model, ImagePreprocessor preprocessor, SemanticDecoder decoder) {
    return of(model, preprocessor, decoder, UnaryOperator.identity());
  }

  /**
   * The adapter of a network that does not run as it is.
   *
   * @param around the way in which it runs
   */
  static ModelAdapter of(
      String model,
      ImagePreprocessor preprocessor,
      SemanticDecoder decoder,
      UnaryOperator<InferenceSession> around) {
    SemanticAdapter adapter = new SemanticAdapter(model, preprocessor, decoder, around);
    return decoder instanceof ScoringDecoder scoring
        ? new ScoringSemanticAdapter(model, adapter, scoring)
        : adapter;
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.SEMANTIC);
  }

  @Override
  public ModelInput preprocess(List<RgbImage> images) {
    return preprocessor.input(images);
  }

  OptionalInt inputMultiple() {
    return preprocessor.inputMultiple();
  }

  @Override
  public InferenceSession around(InferenceSession network) {
    return around.apply(network);
  }

  @Override
  public List<Segmentations> postprocess(
      Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
    return decoder.decode(new NetworkOutputs(model, outputs), geometries).stream()
        .map(labels -> Segmentations.of(new SemanticSegmentation(labels)))
        .toList();
  }
}
