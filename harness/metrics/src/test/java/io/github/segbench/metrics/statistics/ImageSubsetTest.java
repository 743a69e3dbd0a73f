package io.github.segbench.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.segbench.metrics.evaluation.ImageSubset;
import org.junit.jupiter.api.Test;

final class ImageSubsetTest {
  private final FakeNumbers all = new FakeNumbers(new double[] {1, 2, 4}, 0);

  @Test
  void givesMultiplicitiesToTheImagesInAscendingOrder() {
    ImageSubset subset = new ImageSubset(all, new int[] {2, 0});
    assertThat(subset.images()).containsExactly(0, 2);
    assertThat(subset.quantities()).isEqualTo(all.quantities());
    // Image 0 twice and image 2 five times: (2 x 1 + 5 x 4) / 3, the largest is 4.
    assertThat(subset.compute(new int[] {2, 5})).containsExactly(22 / 3.0, 4);
  }

  @Test
  void refusesAnImageTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageSubset(all, new int[] {1, 0, 1}))
        .withMessage("image 1 stands twice");
  }
}
