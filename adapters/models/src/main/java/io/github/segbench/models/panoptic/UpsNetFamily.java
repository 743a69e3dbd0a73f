package io.github.segbench.models.panoptic;

import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.models.instance.DetectionReader;
import io.github.segbench.models.instance.DetectorSignature;
import io.github.segbench.models.instance.SingleImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * UPSNets: semantic logits and a detector's boxes and mask logits, joined by a panoptic head
 * without parameters.
 *
 * <p>Source: Xiong, Liao, Zhao, Hu, Bai, Yumer, Urtasun, CVPR 2019.
 */
public final class UpsNetFamily implements ModelFamily {
  private static final String SEMANTIC = "semanticOutput";
  private static final String MASKS = "masksOutput";
  private static final String DEFAULT_SEMANTIC = "semantic_logits";
  private static final String DEFAULT_MASKS = "mask_logits";
  private static final String SCORE_THRESHOLD = "scoreThreshold";
  private static final String NMS_THRESHOLD = "nmsThreshold";
  private static final String OVERLAP_THRESHOLD = "overlapThreshold";
  private static final String MIN_STUFF_PIXELS = "minStuffPixels";
  private static final String MIN_THING_PIXELS = "minThingPixels";

  @Override
  public String id() {
    return "upsnet";
  }

  @Override
  public String description() {
    return "UPSNets: semantic logits and detections, joined by a parameter-free panoptic head.";
  }

  @Override
  public List<OptionSpec> options() {
    PanopticThresholds defaults = PanopticThresholds.DEFAULTS;
    List<OptionSpec> options = new ArrayList<>(DetectionReader.options());
    options.add(
        OptionSpec.string(
            SEMANTIC, DEFAULT_SEMANTIC, "Name of the semantic output, float32 [1, C, H, W]."));
    options.add(
        OptionSpec.string(
            MASKS, DEFAULT_MASKS, "Name of the mask output, float32 logits [n, size, size]."));
    options.add(
        OptionSpec.number(
            SCORE_THRESHOLD,
            defaults.score(),
            0,
            "Detections with a higher score enter the panoptic head."));
    options.add(
        OptionSpec.number(
            NMS_THRESHOLD,
            defaults.boxOverlap(),
            0,
            "Of two boxes with a higher IoU the lower score is left out of the panoptic head."));
    options.add(
        OptionSpec.number(
            OVERLAP_THRESHOLD,
            defaults.maskOverlap(),
            0,
            "A mask with a larger share taken by its class is left out of the panoptic head."));
    options.add(
        OptionSpec.integer(
            MIN_STUFF_PIXELS,
            defaults.minStuffPixels(),
            0,
            "Smaller stuff becomes void; in pixels of the network's input."));
    options.add(
        OptionSpec.integer(
            MIN_THING_PIXELS,
            defaults.minThingPixels(),
            0,
            "Smaller things become void; in pixels of the network's input."));
    return List.copyOf(options);
  }

  @Override
  public Optional<FamilyFit> fit(NetworkSignature signature) {
    return DetectorSignature.of(signature)
        .filter(detector -> detector.masks().name().contains("logit"))
        .flatMap(
            detector ->
                detector.others().stream()
                    .filter(DetectorSignature::isScoreMap)
                    .findFirst()
                    .map(semantic -> fit(detector, semantic)));
  }

  private static FamilyFit fit(DetectorSignature detector, TensorInfo semantic) {
    Map<String, String> options = new HashMap<>(detector.fit().options());
    options.keySet().removeAll(Set.of(MASKS, "maskFormat", "pasteRule"));
    if (!detector.masks().name().equals(DEFAULT_MASKS)) {
      options.put(MASKS, detector.masks().name());
    }
    if (!semantic.name().equals(DEFAULT_SEMANTIC)) {
      options.put(SEMANTIC, semantic.name());
    }
    return new FamilyFit(
        0.95,
        "class scores of every pixel in '"
            + semantic.name()
            + "', and detections with mask logits in '"
            + detector.masks().name()
            + "'",
        options);
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    SingleImage.require(spec);
    Options options = spec.options();
    PanopticThresholds thresholds =
        new PanopticThresholds(
            options.number(SCORE_THRESHOLD),
            options.number(NMS_THRESHOLD),
            options.number(OVERLAP_THRESHOLD),
            options.integer(MIN_STUFF_PIXELS),
            options.integer(MIN_THING_PIXELS));
    return new UpsNetAdapter(spec, options.string(SEMANTIC), options.string(MASKS), thresholds);
  }
}
