package io.github.segbench.models.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.Mask;
import java.util.List;

/** Compares instances with the reference masks, uint8 {@code [n, H, W]}. */
public final class ExpectedMasks {
  private ExpectedMasks() {}

  public static void assertEqual(List<Instance> instances, Tensor expected) {
    assertThat(instances).hasSize((int) expected.dimension(0));
    int height = (int) expected.dimension(1);
    int width = (int) expected.dimension(2);
    for (int i = 0; i < instances.size(); i++) {
      boolean[] bitmap = new boolean[height * width];
      for (int pixel = 0; pixel < bitmap.length; pixel++) {
        bitmap[pixel] = expected.bytes().get(i * bitmap.length + pixel) != 0;
      }
      assertThat(instances.get(i).mask())
          .as("mask %d", i)
          .isEqualTo(Mask.ofBitmap(width, height, bitmap));
    }
  }
}
