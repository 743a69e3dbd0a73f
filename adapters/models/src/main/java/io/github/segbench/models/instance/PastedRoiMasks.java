package io.github.segbench.models.instance;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.models.NetworkOutputs;
import java.util.ArrayList;
import java.util.List;

/** Masks from RoI masks, pasted into the original image by {@link RoiMaskPaster}. */
public final class PastedRoiMasks implements DetectionMasks {
  private final String output;
  private final int things;
  private final boolean sigmoid;
  private final RoiMaskPaster paster;

  private PastedRoiMasks(String output, int things, boolean sigmoid, RoiMaskPaster paster) {
    this.output = output;
    this.things = things;
    this.sigmoid = sigmoid;
    this.paster = paster;
  }

  /**
   * Masks from probabilities.
   *
   * @param output name of the network's output
   * @param things number of things of the label set
   * @param probability above which a pixel belongs to the object
   */
  static PastedRoiMasks ofProbabilities(
      String output, int things, PasteRule rule, double probability) {
    return new PastedRoiMasks(output, things, false, new RoiMaskPaster(rule, probability));
  }

  /**
   * Masks from logits. {@link PasteRule#PIXEL_CENTRE} interpolates them as they are; the other
   * rules, which know nothing beyond the mask but probability 0, interpolate their probabilities.
   *
   * @param output name of the network's output
   * @param things number of things of the label set
   * @param probability above which a pixel belongs to the object, below 1
   */
  public static PastedRoiMasks ofLogits(
      String output, int things, PasteRule rule, double probability) {
    return rule == PasteRule.PIXEL_CENTRE
        ? ofProbabilities(output, things, rule, Math.log(probability / (1 - probability)))
        : new PastedRoiMasks(output, things, true, new RoiMaskPaster(rule, probability));
  }

  @Override
  public List<Mask> masks(
      NetworkOutputs outputs, int count, List<Detection> chosen, ImageGeometry geometry) {
    RoiMasks rois = RoiMasks.read(outputs, output, count, things);
    List<Mask> masks = new ArrayList<>(chosen.size());
    for (Detection detection : chosen) {
      float[] samples = rois.samples(detection);
      if (sigmoid) {
        toProbabilities(samples);
      }
      masks.add(
          paster.paste(
              samples,
              rois.size(),
              detection.box().inOriginal(geometry),
              geometry.originalWidth(),
              geometry.originalHeight()));
    }
    return masks;
  }

  private static void toProbabilities(float[] logits) {
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (1 / (1 + Math.exp(-logits[i])));
    }
  }
}
