package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two results of differently prepared images must not look alike. */
final class PreprocessingLineTest {
  @Test
  void namesAntialiasingAndBytes() {
    assertThat(
            PreprocessingLine.of(
                of(
                    Resize.shortSide(520, 0).antialiased().rounded(Resize.Rounding.TORCHVISION),
                    ElementType.UINT8)))
        .isEqualTo(
            "short side 520, rounded as torchvision's transforms with antialiasing, padded to a"
                + " multiple of 8, BGR NHWC, (x * 1.000 - [0.000, 0.000, 0.000]) / [1.000, 1.000,"
                + " 1.000], rounded to uint8");
  }

  @Test
  void saysNothingOfWhatIsUsual() {
    assertThat(PreprocessingLine.of(of(Resize.exact(64, 32), ElementType.FLOAT32)))
        .isEqualTo(
            "resized to 64x32, padded to a multiple of 8, BGR NHWC, (x * 1.000 - [0.000, 0.000,"
                + " 0.000]) / [1.000, 1.000, 1.000]");
  }

  private static Preprocessing of(Resize resize, ElementType type) {
    return new Preprocessing(
        "image",
        resize,
        8,
        0,
        ChannelOrder.BGR,
        Layout.NHWC,
        1,
        List.of(0.0, 0.0, 0.0),
        List.of(1.0, 1.0, 1.0),
        1,
        type);
  }
}
