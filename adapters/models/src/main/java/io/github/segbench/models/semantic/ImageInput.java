package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.Preprocessing.Layout;
import java.util.Optional;

/**
 * A network's input that takes images of three channels.
 *
 * @param width in pixels; -1 where it is not fixed
 */
record ImageInput(Layout layout, long width, long height) {
  private static final long CHANNELS = 3;

  /** Empty if it takes no such images. */
  static Optional<ImageInput> of(TensorInfo info) {
    boolean images =
        info.shape().size() == 4
            && (info.type() == ElementType.FLOAT32
                || info.type() == ElementType.FLOAT16
                || info.type() == ElementType.UINT8);
    if (images && info.shape().get(1) == CHANNELS) {
      return Optional.of(new ImageInput(Layout.NCHW, info.shape().get(3), info.shape().get(2)));
    }
    if (images && info.shape().get(3) == CHANNELS) {
      return Optional.of(new ImageInput(Layout.NHWC, info.shape().get(2), info.shape().get(1)));
    }
    return Optional.empty();
  }
}
