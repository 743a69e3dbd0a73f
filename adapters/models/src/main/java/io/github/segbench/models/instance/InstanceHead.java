package io.github.segbench.models.instance;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.models.NetworkOutputs;
import java.util.ArrayList;
import java.util.List;

/** From boxes, labels, scores and masks to the instances of one image, as a model's options say. */
public final class InstanceHead {
  private static final String MASKS = "masksOutput";
  private static final String MASK_FORMAT = "maskFormat";
  private static final String PASTE_RULE = "pasteRule";
  private static final String COORDINATES = "coordinates";
  private static final String ORIGINAL = "original";
  private static final String MASK_THRESHOLD = "maskThreshold";
  private static final String SCORE_THRESHOLD = "scoreThreshold";
  private static final String MAX_DETECTIONS = "maxDetections";

  private final boolean inOriginalPixels;
  private final DetectionReader reader;
  private final DetectionFilter filter;
  private final InstanceDecoder decoder;

  /**
   * @throws ModelException if the label set has no things, or no mask can pass the threshold
   */
  public InstanceHead(ModelSpec spec) {
    Options options = spec.options();
    if (options.number(MASK_THRESHOLD) >= 1) {
      throw new ModelException(
          "model "
              + spec.id()
              + ": maskThreshold is "
              + options.number(MASK_THRESHOLD)
              + ", expected a probability below 1");
    }
    this.inOriginalPixels = options.string(COORDINATES).equals(ORIGINAL);
    this.reader = new DetectionReader(spec);
    this.filter =
        new DetectionFilter(options.number(SCORE_THRESHOLD), options.integer(MAX_DETECTIONS));
    this.decoder = new InstanceDecoder(spec.labels(), masks(spec));
  }

  /** The options that say what the outputs hold. */
  public static List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>(DetectionReader.options());
    options.add(OptionSpec.string(MASKS, "masks", "Name of the output with the masks."));
    options.add(
        OptionSpec.choice(
            MASK_FORMAT,
            MaskFormat.ROI_PROBABILITY.id(),
            MaskFormat.ids(),
            "What the masks hold: values over each box (any size), or over the whole image."));
    options.add(
        OptionSpec.choice(
            PASTE_RULE,
            PasteRule.PIXEL_CENTRE.id(),
            PasteRule.ids(),
            "How a mask over a box is stretched over it, and whether the threshold is inclusive."));
    options.add(
        OptionSpec.choice(
            COORDINATES,
            "input",
            List.of("input", ORIGINAL),
            "The image that boxes and pasted masks lie in: the network's input, or the original."));
    options.add(
        OptionSpec.number(
            MASK_THRESHOLD, 0.5, 0, "Probability above which a pixel belongs to the object."));
    options.add(
        OptionSpec.number(SCORE_THRESHOLD, 0.0, 0, "Detections with lower scores are left out."));
    options.add(
        OptionSpec.integer(
            MAX_DETECTIONS, 0L, 0, "Most detections an image, the best first; 0 for all."));
    return List.copyOf(options);
  }

  /** The instances, by descending score. */
  public InstanceSegmentation decode(NetworkOutputs outputs, ImageGeometry image) {
    ImageGeometry geometry = inOriginalPixels ? image.unscaled() : image;
    Detections detections = reader.read(outputs);
    List<Detection> chosen = filter.apply(detections.byScore());
    return decoder.decode(outputs, detections.rowCount(), chosen, geometry);
  }

  private static DetectionMasks masks(ModelSpec spec) {
    Options options = spec.options();
    MaskFormat format = MaskFormat.of(options.string(MASK_FORMAT));
    PasteRule rule = PasteRule.of(options.string(PASTE_RULE));
    String output = options.string(MASKS);
    int things = spec.labels().things().size();
    double threshold = options.number(MASK_THRESHOLD);
    return switch (format) {
      case ROI_PROBABILITY -> PastedRoiMasks.ofProbabilities(output, things, rule, threshold);
      case ROI_LOGIT -> PastedRoiMasks.ofLogits(output, things, rule, threshold);
      case PASTED_PROBABILITY, PASTED_BITMAP -> new FullSizeMasks(output, format, rule, threshold);
    };
  }
}
