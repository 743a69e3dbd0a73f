package io.github.segbench.models.instance;

import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import java.util.ArrayList;
import java.util.List;

/**
 * Mask R-CNNs, and every other network that gives boxes, labels, scores and masks.
 *
 * <p>Source: He, Gkioxari, Dollar, Girshick, ICCV 2017.
 */
public final class MaskRcnnFamily implements ModelFamily {
  private static final String MASKS = "masksOutput";
  private static final String MASK_FORMAT = "maskFormat";
  private static final String PASTE_RULE = "pasteRule";
  private static final String COORDINATES = "coordinates";
  private static final String ORIGINAL = "original";
  private static final String MASK_THRESHOLD = "maskThreshold";
  private static final String SCORE_THRESHOLD = "scoreThreshold";
  private static final String MAX_DETECTIONS = "maxDetections";

  @Override
  public String id() {
    return "mask-rcnn";
  }

  @Override
  public String description() {
    return "Mask R-CNNs: boxes, labels, scores and a small mask for each object.";
  }

  @Override
  public List<OptionSpec> options() {
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
            "How a mask over a box is stretched over it."));
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

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    SingleImage.require(spec);
    Options options = spec.options();
    DetectionFilter filter =
        new DetectionFilter(options.number(SCORE_THRESHOLD), options.integer(MAX_DETECTIONS));
    if (options.number(MASK_THRESHOLD) >= 1) {
      throw new ModelException(
          "model "
              + spec.id()
              + ": maskThreshold is "
              + options.number(MASK_THRESHOLD)
              + ", expected a probability below 1");
    }
    return new MaskRcnnAdapter(
        spec.id(),
        new ImagePreprocessor(spec.id(), spec.preprocessing()),
        options.string(COORDINATES).equals(ORIGINAL),
        new DetectionReader(spec),
        filter,
        new InstanceDecoder(spec.labels(), masks(spec)));
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
      case PASTED_PROBABILITY, PASTED_BITMAP -> new FullSizeMasks(output, format, threshold);
    };
  }
}
