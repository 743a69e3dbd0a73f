package io.github.segbench.models.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.segmentation.LabelMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UpsampledArgmaxTest {
  @Test
  void findsTheHighestScoreWhateverTheSignsAndSizes() {
    // One row; the columns are: a tie, both zeros, two negatives, overflow of the difference,
    // infinity, all at minus infinity.
    float infinity = Float.POSITIVE_INFINITY;
    float[] scores = {
      1.5f, -0f, -2f, -3e38f, 7f, -infinity,
      1.5f, 0f, -1f, 3e38f, infinity, -infinity,
      1.5f, 0f, -3f, 1f, 3e38f, -infinity,
    };
    LabelMap labels = labels(Tensor.ofFloats(scores, 1, 3, 1, 6), Layout.NCHW, 0, geometry(6, 1));
    assertThat(labels.labels())
        .containsExactly((short) 10, (short) 10, (short) 11, (short) 11, (short) 11, (short) 10);
  }

  @Test
  void interpolatesBetweenPixelCentres() {
    // Two columns to four: weights of the right column 0, 1/4, 3/4, 1. Channel 0 is 3 and -2, so
    // 3, 1.75, -0.75, -2; channel 1 is 0 and 0: channel 0 wins in the first two.
    Tensor scores = Tensor.ofFloats(new float[] {3, -2, 0, 0}, 1, 2, 1, 2);
    LabelMap labels = labels(scores, Layout.NCHW, 0, new ImageGeometry(4, 1, 4, 1, 4, 1));
    assertThat(labels.labels()).containsExactly((short) 10, (short) 10, (short) 11, (short) 11);
  }

  @ParameterizedTest
  @EnumSource(
      value = Layout.class,
      names = {"NCHW", "NHWC"})
  void agreesWithTheNaiveTwinOnRandomSizes(Layout layout) {
    Random random = new Random(23);
    for (int round = 0; round < 60; round++) {
      int channels = 1 + random.nextInt(5);
      int batch = 1 + random.nextInt(3);
      boolean same = round % 3 == 0;
      ImageGeometry geometry = same ? paddedGeometry(random) : randomGeometry(random);
      int width = same ? geometry.inputWidth() : 1 + random.nextInt(geometry.inputWidth());
      int height = same ? geometry.inputHeight() : 1 + random.nextInt(geometry.inputHeight());
      float[] values = new float[batch * channels * height * width];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      Tensor scores =
          layout == Layout.NCHW
              ? Tensor.ofFloats(values, batch, channels, height, width)
              : Tensor.ofFloats(values, batch, height, width, channels);
      int position = random.nextInt(batch);
      LabelMap labels = labels(scores, layout, position, geometry);
      for (int y = 0; y < geometry.originalHeight(); y++) {
        for (int x = 0; x < geometry.originalWidth(); x++) {
          int expected = 10 + naive(scores, layout, position, geometry, x, y);
          assertThat(labels.at(x, y)).as("%d,%d of %s", x, y, geometry).isEqualTo(expected);
        }
      }
    }
  }

  /** Channel i has label 10 + i. */
  private static LabelMap labels(
      Tensor scores, Layout layout, int position, ImageGeometry geometry) {
    UpsampledArgmax argmax = new UpsampledArgmax(new short[] {10, 11, 12, 13, 14});
    return argmax.labels(new ScoreMap(scores, layout, position), geometry);
  }

  private static ImageGeometry geometry(int width, int height) {
    return new ImageGeometry(width, height, width, height, width, height);
  }

  private static ImageGeometry paddedGeometry(Random random) {
    int width = 1 + random.nextInt(40);
    int height = 1 + random.nextInt(40);
    return new ImageGeometry(
        width, height, width, height, width + random.nextInt(9), height + random.nextInt(9));
  }

  private static ImageGeometry randomGeometry(Random random) {
    int scaledWidth = 1 + random.nextInt(40);
    int scaledHeight = 1 + random.nextInt(40);
    return new ImageGeometry(
        1 + random.nextInt(50),
        1 + random.nextInt(50),
        scaledWidth,
        scaledHeight,
        scaledWidth + random.nextInt(9),
        scaledHeight + random.nextInt(9));
  }

  /** Every channel interpolated at one pixel, then compared. */
  private static int naive(
      Tensor scores, Layout layout, int position, ImageGeometry geometry, int x, int y) {
    boolean planar = layout == Layout.NCHW;
    int channels = (int) scores.dimension(planar ? 1 : 3);
    int height = (int) scores.dimension(planar ? 2 : 1);
    int width = (int) scores.dimension(planar ? 3 : 2);
    double perColumn = (double) width / geometry.inputWidth();
    double perRow = (double) height / geometry.inputHeight();
    int usableWidth = (int) Math.ceil(geometry.scaledWidth() * perColumn - 1e-9);
    int usableHeight = (int) Math.ceil(geometry.scaledHeight() * perRow - 1e-9);
    double sourceX = clamp((x + 0.5) / geometry.scaleX() * perColumn - 0.5, usableWidth - 1);
    double sourceY = clamp((y + 0.5) / geometry.scaleY() * perRow - 0.5, usableHeight - 1);
    int left = (int) sourceX;
    int top = (int) sourceY;
    int right = Math.min(left + 1, usableWidth - 1);
    int bottom = Math.min(top + 1, usableHeight - 1);
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int channel = 0; channel < channels; channel++) {
      double[] corners = new double[4];
      int[] columns = {left, right, left, right};
      int[] rows = {top, top, bottom, bottom};
      for (int corner = 0; corner < 4; corner++) {
        int index =
            planar
                ? ((position * channels + channel) * height + rows[corner]) * width
                    + columns[corner]
                : ((position * height + rows[corner]) * width + columns[corner]) * channels
                    + channel;
        corners[corner] = scores.floats().get(index);
      }
      double fractionX = sourceX - left;
      double above = (1 - fractionX) * corners[0] + fractionX * corners[1];
      double below = (1 - fractionX) * corners[2] + fractionX * corners[3];
      double score = (1 - (sourceY - top)) * above + (sourceY - top) * below;
      if (score > highest) {
        highest = score;
        best = channel;
      }
    }
    return best;
  }

  private static double clamp(double position, int last) {
    return Math.max(0, Math.min(position, last));
  }
}
