package io.github.segbench.models.panoptic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.models.instance.Box;
import io.github.segbench.models.instance.PastedRoi;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MaskRemovalTest {
  @Test
  void dropsAMaskThatItsClassCoversTooMuch() {
    // 10 columns of 1 row; the second has columns 6..15, of which 4 of 10 are taken.
    PastedThing first = thing(0, 0, 10, 1);
    PastedThing second = thing(0, 6, 16, 1);
    assertThat(removal(0.3).apply(List.of(first, second))).containsExactly(first);
    assertThat(removal(0.5).apply(List.of(first, second))).containsExactly(first, second);
  }

  @Test
  void keepsAMaskAtTheThreshold() {
    // 3 of 10 taken; 0.3 in float32 times 10 is 3.
    PastedThing first = thing(0, 0, 10, 1);
    PastedThing second = thing(0, 7, 17, 1);
    assertThat(removal(0.3).apply(List.of(first, second))).containsExactly(first, second);
  }

  @Test
  void comparesWithinAClassAlone() {
    PastedThing circle = thing(0, 0, 10, 1);
    PastedThing square = thing(1, 0, 10, 1);
    assertThat(removal(0.3).apply(List.of(circle, square))).containsExactly(circle, square);
  }

  @Test
  void dropsEmptyMasks() {
    assertThat(removal(0.3).apply(List.of(thing(0, 0, 10, -1), thing(0, 30, 40, 1)))).isEmpty();
  }

  @Test
  void takesNoPixelsForADroppedMask() {
    // The second (columns 5..14) falls to the first; the third (columns 10..19) overlaps it alone.
    PastedThing first = thing(0, 0, 10, 1);
    PastedThing second = thing(0, 5, 15, 1);
    PastedThing third = thing(0, 10, 20, 1);
    assertThat(removal(0.3).apply(List.of(first, second, third))).containsExactly(first, third);
  }

  private static MaskRemoval removal(double threshold) {
    return new MaskRemoval(threshold, 20, 1);
  }

  private static PastedThing thing(int thing, float left, float right, float logit) {
    Box box = new Box(left, 0, right, 1);
    return new PastedThing(thing, new PastedRoi(new float[] {logit}, 1, box, 20, 1));
  }
}
