package io.github.segbench.models.instance;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.models.NetworkOutputs;
import java.util.ArrayList;
import java.util.List;

/** Masks from RoI masks, pasted into the original image by {@link RoiMaskPaster}. */
public final class PastedRoiMasks implements DetectionMasks {
  private final String output;
  private final RoiMaskPaster paster;

  /**
   * @param output name of the network's output
   * @param threshold in the units of the output
   */
  public PastedRoiMasks(String output, double threshold) {
    this.output = output;
    this.paster = new RoiMaskPaster(threshold);
  }

  @Override
  public List<Mask> masks(
      NetworkOutputs outputs, int count, List<Detection> chosen, ImageGeometry geometry) {
    RoiMasks rois = RoiMasks.read(outputs, output, count);
    List<Mask> masks = new ArrayList<>(chosen.size());
    for (Detection detection : chosen) {
      masks.add(
          paster.paste(
              rois.samples(detection),
              rois.size(),
              detection.box().inOriginal(geometry),
              geometry.originalWidth(),
              geometry.originalHeight()));
    }
    return masks;
  }
}
