package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class MaskBuilderTest {
  @Test
  void joinsRunsThatTouchOrOverlap() {
    MaskBuilder builder = new MaskBuilder(4, 5);
    builder.append(1, 3);
    builder.append(3, 6);
    builder.append(4, 5);
    builder.append(8, 8);
    builder.append(9, 12);
    builder.append(11, 20);
    // 1 to 6 and 9 to 20: one background pixel, 5, 3, and 11 up to the end.
    assertThat(builder.build().counts()).containsExactly(1, 5, 3, 11);
  }

  @Test
  void forgetsAMaskThatIsBuilt() {
    MaskBuilder builder = new MaskBuilder(4, 5);
    builder.append(7, 9);
    builder.build();
    assertThat(builder.build().area()).isZero();
    builder.append(0, 2);
    assertThat(builder.build().counts()).containsExactly(0, 2, 18);
  }

  @Test
  void refusesRunsOutOfOrderOrOutsideOfTheImage() {
    MaskBuilder builder = new MaskBuilder(4, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.append(-1, 2))
        .withMessage("a run from -1 to 2 does not fit into 4x5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.append(19, 21))
        .withMessage("a run from 19 to 21 does not fit into 4x5");
    builder.append(7, 9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.append(6, 8))
        .withMessage("a run from 6 to 8 does not fit into 4x5 after one from 7");
  }
}
