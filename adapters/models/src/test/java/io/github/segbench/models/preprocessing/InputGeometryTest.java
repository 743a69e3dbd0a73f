package io.github.segbench.models.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.Resize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InputGeometryTest {
  @Test
  void leavesTheImageAsItIs() {
    assertThat(geometry(Resize.none(), 1, 37, 23))
        .isEqualTo(new ImageGeometry(37, 23, 37, 23, 37, 23));
  }

  @Test
  void padsOnlyWhatIsMissingToTheMultiple() {
    assertThat(geometry(Resize.none(), 32, 37, 64))
        .isEqualTo(new ImageGeometry(37, 64, 37, 64, 64, 64));
  }

  @Test
  void changesTheAspectRatioWhenExact() {
    assertThat(geometry(Resize.exact(100, 60), 16, 37, 23))
        .isEqualTo(new ImageGeometry(37, 23, 100, 60, 112, 64));
  }

  @Test
  void keepsTheAspectRatioInALetterbox() {
    // 200x100 into 100x100: factor min(0.5, 1) = 0.5.
    assertThat(geometry(Resize.letterbox(100, 100), 1, 200, 100))
        .isEqualTo(new ImageGeometry(200, 100, 100, 50, 100, 100));
    // 30x10 into 64x64: factor 64 / 30; the height is 21.33, rounded to 21.
    assertThat(geometry(Resize.letterbox(64, 64), 1, 30, 10))
        .isEqualTo(new ImageGeometry(30, 10, 64, 21, 64, 64));
  }

  @Test
  void boundsTheLongSide() {
    // Short side 480 to 800 would make 640 to 1066.67, rounded to 1067.
    assertThat(geometry(Resize.shortSide(800, 1333), 32, 640, 480))
        .isEqualTo(new ImageGeometry(640, 480, 1067, 800, 1088, 800));
    // Short side 100 to 800 would make 500 to 4000 > 1333: factor 1333 / 500, height 266.6.
    assertThat(geometry(Resize.shortSide(800, 1333), 1, 500, 100))
        .isEqualTo(new ImageGeometry(500, 100, 1333, 267, 1333, 267));
    assertThat(geometry(Resize.shortSide(800, 0), 1, 500, 100).scaledWidth()).isEqualTo(4000);
  }

  /** Sizes that torchvision 0.14 gives, {@code _compute_resized_output_size}. */
  @ParameterizedTest
  @CsvSource({
    "500, 375, 0, 693, 520", // 693.33
    "640, 427, 0, 779, 520", // 779.39
    "481, 321, 0, 779, 520", // 779.19
    "333, 500, 0, 520, 780", // 780.78: the nearest would be 781
    "2000, 700, 0, 1485, 520", // 1485.71
    "333, 500, 700, 466, 700", // 700 * 520 / 780 = 466.67
    "640, 427, 700, 700, 467", // 700 * 520 / 779 = 467.27
    "2000, 700, 700, 700, 245"
  })
  void roundsAsTransformsOfTorchvision(
      int width, int height, int bound, int toWidth, int toHeight) {
    Resize resize = Resize.shortSide(520, bound).rounded(Resize.Rounding.TORCHVISION);
    assertThat(geometry(resize, 1, width, height))
        .isEqualTo(new ImageGeometry(width, height, toWidth, toHeight, toWidth, toHeight));
  }

  /** Sizes that torchvision 0.14 gives, {@code GeneralizedRCNNTransform(800, 1333)}. */
  @ParameterizedTest
  @CsvSource({
    "640, 480, 1066, 800", // the nearest would be 1067
    "640, 427, 1199, 799", // 800 * (1 / 427) in float32 is a little less than it is
    "500, 375, 1066, 799",
    "500, 333, 1201, 799",
    "640, 426, 1201, 800",
    "480, 640, 800, 1066",
    "500, 100, 1333, 266", // 266.6
    "640, 361, 1333, 751"
  })
  void roundsAsDetectorsOfTorchvision(int width, int height, int toWidth, int toHeight) {
    Resize resize = Resize.shortSide(800, 1333).rounded(Resize.Rounding.TORCHVISION_DETECTION);
    assertThat(geometry(resize, 1, width, height))
        .isEqualTo(new ImageGeometry(width, height, toWidth, toHeight, toWidth, toHeight));
  }

  @Test
  void neverLosesAThinImage() {
    // 1000x1 into 100x100: the height would be 0.1.
    assertThat(geometry(Resize.letterbox(100, 100), 1, 1000, 1).scaledHeight()).isEqualTo(1);
  }

  private static ImageGeometry geometry(Resize resize, int padMultiple, int width, int height) {
    return new InputGeometry(resize, padMultiple, null).of(width, height);
  }
}
