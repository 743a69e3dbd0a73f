package io.github.segbench.models.instance;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.models.NetworkOutputs;
import java.util.List;

/** From a network's mask output to one mask for each detection, at the original image's size. */
public interface DetectionMasks {
  /**
   * @param count of rows in the outputs
   * @param chosen the detections whose masks are wanted
   * @return one for each of {@code chosen}, in order
   * @throws io.github.segbench.api.model.ModelException if the output is missing or does not fit
   */
  List<Mask> masks(
      NetworkOutputs outputs, int count, List<Detection> chosen, ImageGeometry geometry);
}
