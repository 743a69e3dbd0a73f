package io.github.segbench.models.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.Preprocessing.Layout;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UpsampledScoresTest {
  private static final float[] THREE_BY_THREE = {1, 2, 0, 3, 4, 0, 0, 0, 0};

  /** The values that the documentation of torch.nn.Upsample prints, align_corners=False. */
  @Test
  void equalsPyTorchWithHalfPixelCentres() {
    float[] expected = {
      1.0000f, 1.2500f, 1.7500f, 1.5000f, 0.5000f, 0.0000f,
      1.5000f, 1.7500f, 2.2500f, 1.8750f, 0.6250f, 0.0000f,
      2.5000f, 2.7500f, 3.2500f, 2.6250f, 0.8750f, 0.0000f,
      2.2500f, 2.4375f, 2.8125f, 2.2500f, 0.7500f, 0.0000f,
      0.7500f, 0.8125f, 0.9375f, 0.7500f, 0.2500f, 0.0000f,
      0.0000f, 0.0000f, 0.0000f, 0.0000f, 0.0000f, 0.0000f,
    };
    assertThat(enlarged(false)).containsExactly(expected, within(1e-6f));
  }

  /** The same with align_corners=True. */
  @Test
  void equalsPyTorchWithAlignedCorners() {
    float[] expected = {
      1.0000f, 1.4000f, 1.8000f, 1.6000f, 0.8000f, 0.0000f,
      1.8000f, 2.2000f, 2.6000f, 2.2400f, 1.1200f, 0.0000f,
      2.6000f, 3.0000f, 3.4000f, 2.8800f, 1.4400f, 0.0000f,
      2.4000f, 2.7200f, 3.0400f, 2.5600f, 1.2800f, 0.0000f,
      1.2000f, 1.3600f, 1.5200f, 1.2800f, 0.6400f, 0.0000f,
      0.0000f, 0.0000f, 0.0000f, 0.0000f, 0.0000f, 0.0000f,
    };
    assertThat(enlarged(true)).containsExactly(expected, within(1e-6f));
  }

  /** Enlarged to the input's size as a whole, then the padding cut off. */
  @Test
  void cutsPaddingOffAfterAligningTheCornersOfTheWholeInput() {
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      int width = 1 + random.nextInt(20);
      int height = 1 + random.nextInt(20);
      int inputWidth = width + random.nextInt(9);
      int inputHeight = height + random.nextInt(9);
      int mapWidth = 1 + random.nextInt(inputWidth);
      int mapHeight = 1 + random.nextInt(inputHeight);
      float[] values = new float[mapWidth * mapHeight];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      ImageGeometry geometry =
          new ImageGeometry(width, height, width, height, inputWidth, inputHeight);
      float[] found = scores(values, mapWidth, mapHeight, geometry, true);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double expected =
              naive(
                  values,
                  mapWidth,
                  mapHeight,
                  inputWidth == 1 ? 0 : x * (mapWidth - 1.0) / (inputWidth - 1),
                  inputHeight == 1 ? 0 : y * (mapHeight - 1.0) / (inputHeight - 1));
          assertThat(found[y * width + x])
              .as("%d,%d of %s from %dx%d", x, y, geometry, mapWidth, mapHeight)
              .isCloseTo((float) expected, within(1e-5f));
        }
      }
    }
  }

  /** The image was halved before the network: its corners are those of the halved one. */
  @Test
  void alignsTheCornersOfAResizedImage() {
    // 5 columns from 3 of the input: 0, 1/2, 1, 3/2, 2.
    float[] found =
        scores(new float[] {0, 10, 40}, 3, 1, new ImageGeometry(5, 1, 3, 1, 3, 1), true);
    assertThat(found).containsExactly(0, 5, 10, 25, 40);
  }

  private static float[] enlarged(boolean alignCorners) {
    return scores(THREE_BY_THREE, 3, 3, new ImageGeometry(6, 6, 6, 6, 6, 6), alignCorners);
  }

  private static float[] scores(
      float[] values, int width, int height, ImageGeometry geometry, boolean alignCorners) {
    ProbabilityRows rows =
        new ProbabilityRows(false, 1, geometry.originalWidth(), geometry.originalHeight());
    ScoreMap map = new ScoreMap(Tensor.ofFloats(values, 1, 1, height, width), Layout.NCHW, 0);
    new UpsampledScores(alignCorners, OutputArea.WHOLE).rows(map, geometry, rows);
    return rows.scores().values();
  }

  private static double naive(float[] values, int width, int height, double x, double y) {
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    double above =
        (1 - x + left) * values[top * width + left] + (x - left) * values[top * width + right];
    double below =
        (1 - x + left) * values[bottom * width + left]
            + (x - left) * values[bottom * width + right];
    return (1 - y + top) * above + (y - top) * below;
  }
}
